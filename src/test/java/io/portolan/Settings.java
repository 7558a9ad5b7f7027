package io.portolan;

import java.io.IOException;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/** All settings of ours, read from the records that hold them. */
final class Settings {

    private static final Path SOURCES = Path.of("src/main/java");

    private Settings() {
    }

    /** The default of every setting by its name; a dash where there is none. */
    static SortedMap<String, String> all() throws IOException {
        var settings = new TreeMap<String, String>();
        try (var files = Files.walk(SOURCES)) {
            for (var file : files.filter(file -> file.toString().endsWith("Settings.java")).toList()) {
                var type = typeOf(file);
                addAll(settings, type.getAnnotation(ConfigurationProperties.class).value(), type);
            }
        }
        return settings;
    }

    private static Class<?> typeOf(Path file) {
        try {
            return Class.forName(SOURCES.relativize(file).toString().replace(".java", "").replace(file.getFileSystem().getSeparator(), "."));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void addAll(Map<String, String> settings, String prefix, Class<?> type) {
        for (var parameter : type.getDeclaredConstructors()[0].getParameters()) {
            var name = prefix + "." + nameOf(parameter);
            if (parameter.getParameterizedType() instanceof ParameterizedType map && map.getRawType() == Map.class) {
                var value = (Class<?>) map.getActualTypeArguments()[1];
                if (value.isRecord()) {
                    addAll(settings, name + ".<name>", value);
                } else {
                    settings.put(name + ".<name>", "–");
                }
            } else if (parameter.getType().isRecord()) {
                addAll(settings, name, parameter.getType());
            } else {
                settings.put(name, defaultOf(parameter));
            }
        }
    }

    private static String nameOf(Parameter parameter) {
        var given = parameter.getAnnotation(Name.class);
        return given != null ? given.value() : parameter.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String defaultOf(Parameter parameter) {
        var given = parameter.getAnnotation(DefaultValue.class);
        return given == null || given.value().length == 0 ? "–" : String.join(",", given.value());
    }
}
