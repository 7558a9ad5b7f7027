package io.portolan.console;

import java.io.IOException;
import java.io.InputStreamReader;
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

    private final Map<String, MessageFormat> formats = new HashMap<>();

    Messages() throws IOException {
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
            read(file).forEach((key, text) -> {
                if (formats.put(key.toString(), format(text.toString())) != null) {
                    throw new IllegalStateException("The text " + key + " of " + file.getFilename() + " is there twice.");
                }
            });
        }
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
        var format = formats.get(code);
        // a copy, since formats are not for several threads at once
        return format == null ? null : (MessageFormat) format.clone();
    }

    @Override
    protected String resolveCodeWithoutArguments(String code, Locale locale) {
        var format = formats.get(code);
        return format == null ? null : ((MessageFormat) format.clone()).format(new Object[0]);
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
