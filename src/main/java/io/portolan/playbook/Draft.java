package io.portolan.playbook;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What people recorded on the generic route, as the draft of a playbook: the legs as they were really done, and no value of ours or of the bank's.
 *
 * @param environment the name of the environment in which it was done
 * @param source what the draft is made of, such as an onboarding with its days
 * @param on the day on which the last of it was recorded
 * @param added what our people have added to the bank besides
 */
public record Draft(Playbook generic, String environment, String source, LocalDate on, List<Done> legs, Added added) {

    /**
     * What was recorded of a leg.
     *
     * @param isNeeded whether it was done; else a person said that the bank does not ask for it
     * @param said what was brought back under names that are no credentials; nothing secret is among it
     * @param credentials the names of the credentials that it brought back
     * @param notes what people noted in doing it
     * @param waited how long the bank took, or null where it was not waited for
     */
    public record Done(Leg leg, boolean isNeeded, Map<String, String> said, Set<String> credentials, List<String> notes, Duration waited) { }

    /** What our people have added to a bank: people there, notes, and the names of files. */
    public record Added(List<Person> people, List<Noted> notes, List<String> files) {

        /** Nothing. */
        public static final Added NOTHING = new Added(List.of(), List.of(), List.of());
    }

    /** Somebody at the bank, and what for. */
    public record Person(String role, Playbook.Contact contact) { }

    /** What somebody noted, and when. */
    public record Noted(String text, LocalDate on) { }

    private static final String LEFT_OUT = "(left out here, since it looks like a secret)";

    /** The draft in YAML, with what is left to be decided in comments before it. */
    public String yaml(PlaybookReader reader) {
        var text = text();
        var lines = new StringBuilder("# A draft, made of ").append(source.replaceAll("\\R", " ")).append(".\n# To be decided before it is used:\n");
        toDecide().forEach(each -> lines.append("# - ").append(each).append('\n'));
        reader.read(generic.bank() + ".yaml", text).problems().forEach(problem -> lines.append("# - ")
                .append((problem.path() + ": " + problem.message()).replaceAll("\\R", " ")).append('\n'));
        return lines + text;
    }

    private List<String> toDecide() {
        var open = new ArrayList<String>();
        open.add("Which certificates the bank needs, and for what: needs.certificates.");
        if (baseUrl() == null) {
            open.add("Where the API begins: base-url and hosts of " + environment + ".");
        }
        open.add("Which legs a machine can do, by portal, api or mail, now that they are known.");
        if (!added.files().isEmpty()) {
            open.add("What of the files that are kept with the bank belongs under documents: " + YamlText.quoted(String.join(", ", added.files())) + ".");
        }
        if (!added.notes().isEmpty()) {
            open.add("Which notes of our people are quirks, and which belong to a leg.");
        }
        legs.stream().filter(done -> !done.isNeeded()).forEach(done -> open.add("\"" + done.leg().title()
                + "\" was not needed; is it never?" + (done.notes().isEmpty() ? "" : " " + YamlText.quoted(safe(String.join(" ", done.notes()))))));
        return open;
    }

    private String text() {
        var head = new StringBuilder("bank: " + generic.bank() + "\nname: " + YamlText.quoted(generic.name()) + "\n");
        var sources = new LinkedHashSet<String>();
        sources.add(source);
        legs.forEach(done -> sources.addAll(addresses(done)));
        generic.sources().stream().filter(each -> each.startsWith("https://")).forEach(sources::add);
        head.append("sources:\n");
        sources.forEach(each -> head.append("  - ").append(YamlText.quoted(each)).append('\n'));
        head.append(new DraftBriefing(legs, added).yaml());
        head.append("checked-on: ").append(on).append("\nconfidence: by-hand-unverified\nenvironments:\n  ").append(environment).append(":\n    kind: ")
                .append(Shape.word(generic.environments().get(environment).kind())).append('\n');
        var baseUrl = baseUrl();
        if (baseUrl != null) {
            head.append("    base-url: ").append(YamlText.quoted(baseUrl)).append('\n');
        }
        head.append("    hosts: [").append(baseUrl == null ? "" : YamlText.quoted(host(baseUrl))).append("]\n    routes:\n      - name: default\n        legs:\n");
        var before = new LinkedHashSet<String>();
        legs.stream().filter(Done::isNeeded).forEach(done -> {
            head.append(leg(done, before));
            before.addAll(done.credentials());
        });
        return head.toString();
    }

    /** A leg, with what it shows of the credentials that were brought back before it. */
    private static String leg(Done done, Set<String> before) {
        var leg = done.leg();
        var lines = new StringBuilder();
        lines.append("          - id: ").append(leg.id()).append('\n');
        line(lines, "stage", Shape.word(leg.stage()));
        line(lines, "by", "operator");
        line(lines, "title", YamlText.quoted(leg.title()));
        line(lines, "instruct", YamlText.quoted(instruct(done)));
        var links = addresses(done);
        if (!links.isEmpty()) {
            line(lines, "links", "[" + String.join(", ", links.stream().map(YamlText::quoted).toList()) + "]");
        }
        var work = (OperatorWork) leg.work();
        var data = shown(work.data(), before);
        if (!data.isEmpty()) {
            line(lines, "data", data);
        }
        var secrets = shown(work.secrets(), before);
        if (!secrets.isEmpty()) {
            line(lines, "secrets", secrets);
        }
        if (leg.stage() == Stage.CERTIFICATES && !work.files().isEmpty()) {
            line(lines, "files", shown(work.files(), before));
        }
        if (done.waited() != null) {
            line(lines, "then-wait", "true");
            line(lines, "wait", "{for: " + span(done.waited()) + "}");
        }
        if (!done.credentials().isEmpty()) {
            line(lines, "captures", "{" + done.credentials().stream().map(name -> name + ": {label: " + YamlText.quoted(label(leg, name))
                    + (leg.captures().get(name).secret() ? ", secret: true" : "") + "}").collect(Collectors.joining(", ")) + "}");
        }
        if (leg.evidence() != null) {
            line(lines, "evidence", YamlText.quoted(leg.evidence().label()));
        }
        return lines.append('\n').toString();
    }

    private static void line(StringBuilder lines, String key, String value) {
        lines.append("            ").append(key).append(": ").append(value).append('\n');
    }

    /** Our data and the credentials that the leg shows; what else an earlier leg had recorded stands in the instructions of that leg now. */
    private static String shown(Map<String, Template> templates, Set<String> credentials) {
        var ours = templates.entrySet().stream().filter(each -> each.getValue().places().stream().noneMatch(place -> place.startsWith(Places.CAPTURED)
                && !credentials.contains(place.substring(Places.CAPTURED.length()))) && !each.getValue().isPlain()).map(each -> YamlText.quoted(each.getKey()) + ": '" + each.getValue().written().replace("'", "''") + "'").toList();
        return ours.isEmpty() ? "" : "{" + String.join(", ", ours) + "}";
    }

    private static String instruct(Done done) {
        var sentences = new ArrayList<String>();
        done.said().forEach((name, text) -> {
            if (!isAddress(text)) {
                sentences.add(label(done.leg(), name) + ": " + safe(text));
            }
        });
        done.notes().forEach(note -> sentences.add("Noted: " + safe(note)));
        return sentences.isEmpty() ? "Nothing was recorded of how this was done." : String.join("\n", sentences);
    }

    private static String label(Leg leg, String name) {
        var label = leg.captures().get(name).label();
        return label == null ? name : label;
    }

    static String safe(String text) {
        return SecretLooks.isSecret(text) ? LEFT_OUT : text;
    }

    private String baseUrl() {
        return legs.stream().map(done -> done.said().get("api-url")).filter(url -> url != null && isAddress(url)).findFirst().orElse(null);
    }

    private static List<String> addresses(Done done) {
        return done.said().entrySet().stream().filter(each -> !each.getKey().equals("api-url")).map(Map.Entry::getValue).filter(Draft::isAddress).toList();
    }

    static boolean isAddress(String text) {
        return text.matches("https://[^\\s{}]+") && host(text) != null && !SecretLooks.isSecret(text);
    }

    private static String host(String address) {
        try {
            var uri = URI.create(address);
            return uri.getHost() == null || uri.getUserInfo() != null ? null : uri.getHost().toLowerCase(Locale.ROOT) + (uri.getPort() > 0 && uri.getPort() != 443 ? ":" + uri.getPort() : "");
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The time as measured, rounded up to what people would say. */
    private static String span(Duration waited) {
        if (waited.compareTo(Duration.ofHours(2)) < 0) {
            return Math.max(1, -Math.floorDiv(-waited.toSeconds(), 60)) + " minutes";
        }
        return waited.compareTo(Duration.ofDays(2)) < 0 ? -Math.floorDiv(-waited.toMinutes(), 60) + " hours" : -Math.floorDiv(-waited.toHours(), 24) + " days";
    }
}
