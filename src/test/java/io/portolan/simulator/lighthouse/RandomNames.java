package io.portolan.simulator.lighthouse;

import io.portolan.simulator.Passwords;
import io.portolan.simulator.Sessions;
import io.portolan.simulator.Visit;
import java.util.HashMap;
import java.util.Map;

/** Names of form fields that are others at each load, as some frameworks make them. */
final class RandomNames {

    private static final String MARK = "name of ";

    private RandomNames() { }

    /** New names for these fields, by the place of each in a page: {@code name-<field>}. */
    static Map<String, String> of(Sessions.Session session, String... fields) {
        var places = new HashMap<String, String>();
        for (var field : fields) {
            var name = "f" + Passwords.random(6);
            session.notes.put(MARK + name, field);
            places.put("name-" + field, name);
        }
        return places;
    }

    /** What was handed in under the name that this field had. */
    static String value(Visit visit, Sessions.Session session, String field) {
        return visit.fields().entrySet().stream().filter(each -> field.equals(session.notes.get(MARK + each.getKey())))
                .map(Map.Entry::getValue).findFirst().orElse("").strip();
    }

    /** The file that was handed in under the name that this field had, as text. */
    static String file(Visit visit, Sessions.Session session, String field) {
        return session.notes.entrySet().stream().filter(each -> each.getKey().startsWith(MARK) && each.getValue().equals(field))
                .map(each -> visit.file(each.getKey().substring(MARK.length()))).filter(java.util.Optional::isPresent)
                .map(part -> new String(part.get().content(), java.nio.charset.StandardCharsets.UTF_8)).findFirst().orElse("");
    }
}
