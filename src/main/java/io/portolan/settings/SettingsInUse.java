package io.portolan.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.stereotype.Component;

/** Tells what each setting is, as Spring Boot has read it when this node was started. */
@Component
public class SettingsInUse {

    /** Anything whose last word is one of these is a secret; what only names one that the vault keeps is not. */
    private static final Pattern SECRET = Pattern.compile("(.*[.-])?(password|secret|key|token|seed)(?<!password-secret)");
    /** What stands before the @ of an address may be a password. */
    private static final Pattern SIGNED_IN = Pattern.compile("//[^/@\\s]+@");
    /** Any other name stands in brackets. */
    private static final Pattern PLAIN = Pattern.compile("[a-z0-9-]+");
    private static final String ANY = "<name>";

    private final SettingTable table;
    private final ConfigurableEnvironment environment;

    SettingsInUse(SettingTable table, ConfigurableEnvironment environment) {
        this.table = table;
        this.environment = environment;
    }

    /** Every setting by its name; one that is set for each of several things, such as mailboxes, for those that are there. */
    public List<Setting> all() {
        var sources = StreamSupport.stream(ConfigurationPropertySources.get(environment).spliterator(), false).toList();
        return table.rows().stream().flatMap(row -> rows(row, sources)).map(row -> setting(row, sources)).toList();
    }

    private static Stream<SettingTable.Row> rows(SettingTable.Row row, List<ConfigurationPropertySource> sources) {
        int at = row.name().indexOf("." + ANY);
        if (at < 0) {
            return Stream.of(row);
        }
        var parent = ConfigurationPropertyName.of(row.name().substring(0, at));
        var names = new TreeSet<String>();
        names(sources).filter(parent::isAncestorOf)
                .forEach(name -> names.add(name.getElement(parent.getNumberOfElements(), ConfigurationPropertyName.Form.ORIGINAL)));
        return names.stream().map(name -> new SettingTable.Row(row.name().replace("." + ANY, PLAIN.matcher(name).matches() ? "." + name : "[" + name + "]"), row.standard(), row.meaning()));
    }

    private static Stream<ConfigurationPropertyName> names(List<ConfigurationPropertySource> sources) {
        return sources.stream().filter(IterableConfigurationPropertySource.class::isInstance).map(IterableConfigurationPropertySource.class::cast)
                .flatMap(IterableConfigurationPropertySource::stream);
    }

    private Setting setting(SettingTable.Row row, List<ConfigurationPropertySource> sources) {
        var name = ConfigurationPropertyName.of(row.name());
        boolean secret = SECRET.matcher(row.name()).matches();
        for (var source : sources) {
            var found = found(name, source);
            if (!found.isEmpty()) {
                var value = found.stream().map(property -> environment.resolvePlaceholders(String.valueOf(property.getValue()))).toList();
                return new Setting(row.name(), secret ? null : SIGNED_IN.matcher(String.join(", ", value)).replaceAll("//…@"), row.standard(), row.meaning(),
                        origin(found.get(0)), secret);
            }
        }
        return new Setting(row.name(), secret ? null : row.standard(), row.standard(), row.meaning(), null, secret);
    }

    /** The value, or the members of a list, as the first source that has any of it gives them. */
    private static List<ConfigurationProperty> found(ConfigurationPropertyName name, ConfigurationPropertySource source) {
        var one = source.getConfigurationProperty(name);
        if (one != null) {
            return List.of(one);
        }
        var members = new ArrayList<ConfigurationProperty>();
        for (int i = 0; ; i++) {
            var member = source.getConfigurationProperty(name.append("[" + i + "]"));
            if (member == null) {
                return members;
            }
            members.add(member);
        }
    }

    private static String origin(ConfigurationProperty property) {
        return property.getOrigin() == null ? "" : property.getOrigin().toString();
    }
}
