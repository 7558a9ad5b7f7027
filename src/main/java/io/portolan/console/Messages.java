package io.portolan.console;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.FieldPosition;
import java.text.Format;
import java.text.MessageFormat;
import java.text.ParsePosition;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The texts of the pages: every file of the folder {@code messages}, each the texts of one area in UTF-8. */
@Component("messageSource")
class Messages extends AbstractMessageSource {

    private static final Format AS_IT_IS = new AsItIs();

    private static final Map<String, MessageFormat> FORMATS = read();

    /** A text that Java puts on a page, by its key and with its arguments. */
    static String say(String key, Object... arguments) {
        var format = FORMATS.get(key);
        if (format == null) {
            throw new IllegalArgumentException("There is no text " + key + ".");
        }
        return filled(format, arguments);
    }

    /** A copy is filled, since formats are not for several threads at once. */
    private static String filled(MessageFormat format, Object... arguments) {
        return ((MessageFormat) format.clone()).format(arguments);
    }

    private static Map<String, MessageFormat> read() {
        var formats = new HashMap<String, MessageFormat>();
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
                read(file).forEach((key, text) -> {
                    if (formats.put(key.toString(), format(text.toString())) != null) {
                        throw new IllegalStateException("The text " + key + " of " + file.getFilename() + " is there twice.");
                    }
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(formats);
    }

    private static Properties read(Resource file) throws IOException {
        var texts = new Properties();
        try (var in = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }

    private static MessageFormat format(String text) {
        var format = new MessageFormat(text, Locale.ENGLISH);
        var parts = format.getFormats();
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] == null) {
                format.setFormat(i, AS_IT_IS);
            }
        }
        return format;
    }

    @Override
    protected MessageFormat resolveCode(String code, Locale locale) {
        var format = FORMATS.get(code);
        return format == null ? null : (MessageFormat) format.clone();
    }

    @Override
    protected String resolveCodeWithoutArguments(String code, Locale locale) {
        var format = FORMATS.get(code);
        return format == null ? null : filled(format);
    }

    /** Writes an argument as a page would without a text around it: 2026 and not 2,026. */
    private static final class AsItIs extends Format {

        @Override
        public StringBuffer format(Object value, StringBuffer to, FieldPosition at) {
            return to.append(value);
        }

        @Override
        public Object parseObject(String text, ParsePosition at) {
            throw new UnsupportedOperationException("Texts are only written.");
        }
    }
}
