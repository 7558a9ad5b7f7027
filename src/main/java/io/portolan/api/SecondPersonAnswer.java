package io.portolan.api;

import io.portolan.refusal.ProblemCodes;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;

/** How the description tells of the answer to a call that was only taken as a request for a second person. */
final class SecondPersonAnswer {

    static final String NAME = "SecondPersonNeeded";

    private static final Map<String, String> MEMBERS = members();

    private SecondPersonAnswer() {
    }

    static ApiResponse response(ProblemCodes.Code code) {
        var example = new LinkedHashMap<String, Object>(MEMBERS);
        example.put("code", code.code());
        example.put("detail", "A second person has to agree first. Portolan does it once they have.");
        var content = new Content().addMediaType("application/json", new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + NAME)).example(example));
        var answer = new ApiResponse().description("`" + code.code() + "`: " + code.means() + " " + code.toDo()).content(content)
                .addHeaderObject(HttpHeaders.LOCATION, new io.swagger.v3.oas.models.headers.Header().description("The request").schema(text()));
        answer.addExtension("x-codes", List.of(code.code()));
        return answer;
    }

    static Schema<?> schema() {
        var schema = new JsonSchema();
        schema.addType("object");
        schema.description("The answer to a call that needs a second person first; nothing of the call was done. doneBy is portolan, or requester: then the same call is sent again.");
        MEMBERS.keySet().forEach(name -> schema.addProperty(name, text()));
        schema.setRequired(List.copyOf(MEMBERS.keySet()));
        return schema;
    }

    private static Map<String, String> members() {
        var members = new LinkedHashMap<String, String>();
        members.put("code", "");
        members.put("detail", "");
        members.put("approval", "3f6b1c9e-0d52-4c7a-9a41-5c0e7d2b8f10");
        members.put("page", "/approvals/3f6b1c9e-0d52-4c7a-9a41-5c0e7d2b8f10");
        members.put("expiresAt", "2026-11-24T09:00:00Z");
        members.put("doneBy", "portolan");
        return members;
    }

    private static JsonSchema text() {
        var text = new JsonSchema();
        text.addType("string");
        return text;
    }
}
