package io.portolan.leg;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes fields as application/x-www-form-urlencoded: as they are sent, and the same with dots in the place of secrets. */
public final class FormText {

    private FormText() { }

    /** The fields as they are sent. */
    public static String sent(Map<String, Filled> fields) {
        return written(fields, field -> encoded(field.text()));
    }

    /** The fields as they may be kept: dots stand for secrets. */
    public static String shown(Map<String, Filled> fields) {
        return written(fields, field -> encoded(field.shown()).replace(encoded(Filled.DOTS), Filled.DOTS));
    }

    /** A text as it stands within a field. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String written(Map<String, Filled> fields, Function<Filled, String> value) {
        return fields.entrySet().stream().map(field -> encoded(field.getKey()) + "=" + value.apply(field.getValue())).collect(Collectors.joining("&"));
    }
}
