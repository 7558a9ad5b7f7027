package io.portolan.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.portolan.refusal.TextRules;
import io.portolan.vault.Secret;
import java.io.IOException;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;

/** How JSON is read and written: nothing unknown is passed over, and no secret is ever written. */
@Configuration(proxyBeanMethods = false)
class ApiJson {

    @Bean
    Jackson2ObjectMapperBuilderCustomizer strictJson() {
        return ApiJson::strict;
    }

    /** For bodies alone: what is read elsewhere is ours. */
    @Bean
    MappingJackson2HttpMessageConverter bodies(ObjectMapper json) {
        return new MappingJackson2HttpMessageConverter(limited(json));
    }

    static ObjectMapper limited(ObjectMapper json) {
        return json.copy().registerModule(new SimpleModule("texts").addDeserializer(String.class, new ApiText(TextRules.USUAL)));
    }

    static void strict(Jackson2ObjectMapperBuilder builder) {
        builder.featuresToEnable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS, JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .featuresToDisable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                        SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .serializers(new NoSecret());
    }

    /** Fails rather than writes a secret, so that a mistake is seen by the first test that meets it. */
    private static final class NoSecret extends StdSerializer<Secret> {

        private static final long serialVersionUID = 1L;

        NoSecret() {
            super(Secret.class);
        }

        @Override
        public void serialize(Secret secret, JsonGenerator out, SerializerProvider provider) throws IOException {
            throw JsonMappingException.from(out, "a secret is never written as JSON");
        }
    }
}
