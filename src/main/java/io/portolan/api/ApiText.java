package io.portolan.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import io.portolan.refusal.TextRules;
import java.io.IOException;

/** Reads a text of a body: of no more characters than its field may have, and of such only as can be kept. */
final class ApiText extends StdScalarDeserializer<String> implements ContextualDeserializer {

    private static final long serialVersionUID = 1L;

    private final int most;

    ApiText(int most) {
        super(String.class);
        this.most = most;
    }

    /** A text that cannot be taken; what would be right is its message. */
    static final class Wrong extends JsonMappingException {

        private static final long serialVersionUID = 1L;

        Wrong(JsonParser parser, String right) {
            super(parser, right);
        }
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
        var size = property == null ? null : property.getAnnotation(LongText.class);
        return new ApiText(size == null ? TextRules.USUAL : size.value());
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        var text = StringDeserializer.instance.deserialize(parser, context);
        var wrong = text == null ? null : TextRules.wrong(text, most).orElse(null);
        if (wrong != null) {
            throw new Wrong(parser, wrong);
        }
        return text;
    }
}
