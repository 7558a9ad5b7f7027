package io.portolan.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import org.springframework.stereotype.Component;

/** An event as other systems read it: the same JSON as the API's. */
@Component
class EventBody {

    private final ObjectMapper json;

    EventBody(ObjectMapper json) {
        this.json = json;
    }

    String of(Event event) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", event.position());
        fields.put("type", event.type().word());
        fields.put("at", event.at());
        put(fields, "tpp", event.tpp());
        put(fields, "bank", event.bank());
        put(fields, "environment", event.environment());
        put(fields, "about", event.about());
        put(fields, "subject", event.subject());
        put(fields, "onboarding", event.onboarding());
        put(fields, "leg", event.leg());
        put(fields, "state", event.state());
        put(fields, "title", event.title());
        put(fields, "page", event.page());
        try {
            return json.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void put(LinkedHashMap<String, Object> fields, String name, String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
