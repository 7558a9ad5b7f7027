package io.portolan.playbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The way into a bank that has no playbook: people do every stage by hand and record what they find. */
public final class GenericRoute {

    /** The name of the route, which says wherever it is shown what it is. */
    public static final String NAME = "by-hand-unverified";

    /** Where a playbook with this route comes from. */
    static final String SOURCE = "the generic route";

    private static final String LEGS = read();

    private GenericRoute() { }

    /** The playbook of a bank that has none, in YAML: what is known of it, and this route in each of its environments. */
    static String yaml(KnownBank bank) {
        var text = new StringBuilder("bank: " + bank.bank() + "\nname: " + YamlText.quoted(bank.name()) + "\n");
        text.append("sources: [").append(String.join(", ", bank.sources().stream().map(YamlText::quoted).toList())).append("]\n");
        text.append("checked-on: ").append(bank.checkedOn()).append("\nconfidence: by-hand-unverified\nenvironments:\n");
        var first = true;
        for (var environment : environments(bank).entrySet()) {
            text.append("  ").append(environment.getKey()).append(":\n    kind: ").append(Shape.word(environment.getValue()))
                    .append("\n    hosts: []\n    routes:\n      - name: ").append(NAME).append("\n        legs:");
            text.append(first ? " &legs\n" + legs(bank) : " *legs\n");
            first = false;
        }
        return text.toString();
    }

    /** Those that are known, and as long as nobody knows that there is none, one for trying and one for real. */
    private static Map<String, Environment.Kind> environments(KnownBank bank) {
        var environments = new LinkedHashMap<String, Environment.Kind>();
        bank.environments().forEach((name, place) -> environments.put(name, place.kind()));
        if (!environments.containsValue(Environment.Kind.TEST)) {
            environments.put("sandbox", Environment.Kind.TEST);
        }
        if (!environments.containsValue(Environment.Kind.LIVE)) {
            environments.put("production", Environment.Kind.LIVE);
        }
        return environments;
    }

    private static String legs(KnownBank bank) {
        var links = new ArrayList<String>();
        if (bank.portal() != null) {
            links.add(bank.portal());
        }
        bank.documents().stream().map(Playbook.Document::url).filter(url -> !links.contains(url)).forEach(links::add);
        var lines = new StringBuilder();
        said(bank).forEach((what, text) -> lines.append(" ".repeat(14)).append(YamlText.quoted(what)).append(": ").append(YamlText.quoted(text)).append('\n'));
        return LEGS.replace("@LINKS@", links.isEmpty() ? "" : " ".repeat(12) + "links: ["
                + String.join(", ", links.stream().map(YamlText::quoted).toList()) + "]\n").replace("@DATA@", lines);
    }

    /** What is known, and what is not, as the first leg shows it. */
    private static Map<String, String> said(KnownBank bank) {
        var said = new LinkedHashMap<String, String>();
        said.put("Bank", bank.name() + ", " + String.join(", ", bank.countries()));
        put(said, "What is known of the way in", bank.registration().how());
        put(said, "Needed before", bank.registration().before());
        put(said, "What is asked", bank.registration().asks());
        if (bank.approval() != null) {
            said.put("Approval", bank.approval());
        }
        put(said, "Certificates", bank.certificates().entrySet().stream().map(each -> Shape.word(each.getKey()) + ": " + each.getValue() + ".").toList());
        put(said, "Credentials", bank.credentials().entrySet().stream().map(each -> each.getKey() + ": " + each.getValue() + ".").toList());
        if (bank.coveredBy() != null) {
            said.put("Covered by the registration at", bank.coveredBy());
        }
        bank.environments().forEach((name, place) -> {
            if (place.baseUrl() != null) {
                said.put("Where the API begins, " + name, place.baseUrl());
            }
        });
        bank.contacts().forEach((role, contact) -> {
            if (contact.eMail() != null) {
                said.put("Contact, " + role, contact.eMail());
            }
        });
        put(said, "What is odd", bank.quirks().stream().map(Playbook.Quirk::what).toList());
        put(said, "What nobody has found out yet", bank.missing());
        return said;
    }

    private static void put(Map<String, String> said, String what, List<String> sentences) {
        if (!sentences.isEmpty()) {
            said.put(what, String.join(" ", sentences));
        }
    }

    private static String read() {
        try (var in = GenericRoute.class.getResourceAsStream("generic-route.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
