package io.portolan.playbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a draft tells beside its legs: whom to ask, what to read, and what our people have noted. */
final class DraftBriefing {

    private static final Pattern E_MAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");
    private static final Pattern ADDRESS = Pattern.compile("https://[^\\s<>\"{}]+[^\\s<>\"{}.,;)]");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()/.-]{5,}[0-9]");

    private final List<Draft.Done> legs;
    private final Draft.Added added;

    DraftBriefing(List<Draft.Done> legs, Draft.Added added) {
        this.legs = legs;
        this.added = added;
    }

    String yaml() {
        return contacts() + documents() + quirks();
    }

    /** Whom our people asked, by whatever they have written that one can reach. */
    private String contacts() {
        var asked = said("support-contact").filter(text -> !SecretLooks.isSecret(text)).orElse("");
        var reached = new ArrayList<String>();
        found(E_MAIL, asked).ifPresent(address -> reached.add("e-mail: " + YamlText.quoted(address)));
        found(ADDRESS, asked).filter(Draft::isAddress).ifPresent(address -> reached.add("url: " + YamlText.quoted(address)));
        found(PHONE, asked.replaceAll("\\S+@\\S+|https?:\\S+", "")).ifPresent(number -> reached.add("phone: " + YamlText.quoted(number.strip())));
        var lines = new LinkedHashMap<String, String>();
        if (!reached.isEmpty()) {
            lines.put("support", String.join(", ", reached));
        }
        added.people().forEach(person -> lines.put(key(person.role(), lines.keySet()), reached(person.contact())));
        return lines.isEmpty() ? "" : "contacts:\n" + lines.entrySet().stream().map(each -> "  " + each.getKey() + ": {" + each.getValue() + "}\n").collect(Collectors.joining());
    }

    private static String reached(Playbook.Contact contact) {
        var parts = new LinkedHashMap<String, String>();
        parts.put("name", contact.name());
        parts.put("e-mail", contact.eMail());
        parts.put("phone", contact.phone());
        parts.put("url", contact.url() != null && Draft.isAddress(contact.url()) ? contact.url() : null);
        return parts.entrySet().stream().filter(each -> each.getValue() != null).map(each -> each.getKey() + ": " + YamlText.quoted(Draft.safe(each.getValue()))).collect(Collectors.joining(", "));
    }

    private static String key(String role, Set<String> taken) {
        var word = role.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[^a-z]+|-+$", "");
        var key = word.isEmpty() ? "contact" : word;
        for (int number = 2; taken.contains(key); number++) {
            key = (word.isEmpty() ? "contact" : word) + "-" + number;
        }
        return key;
    }

    private String quirks() {
        return added.notes().isEmpty() ? "" : "quirks:\n" + added.notes().stream().map(note -> "  - {what: " + YamlText.quoted(Draft.safe(note.text())) + ", seen: "
                + YamlText.quoted("as our people noted on " + note.on()) + "}\n").collect(Collectors.joining());
    }

    private String documents() {
        var lines = said("to-read").orElse("").lines().flatMap(line -> found(ADDRESS, line).stream()).filter(Draft::isAddress).distinct()
                .map(url -> "  - {title: " + YamlText.quoted(url.replaceFirst("^https://", "").replaceFirst("[/?#]+$", "")) + ", url: " + YamlText.quoted(url) + "}\n").toList();
        return lines.isEmpty() ? "" : "documents:\n" + String.join("", lines);
    }

    private Optional<String> said(String name) {
        return legs.stream().map(done -> done.said().get(name)).filter(Objects::nonNull).findFirst();
    }

    private static Optional<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).findFirst();
    }
}
