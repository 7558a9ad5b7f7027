package io.portolan.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody is asked to agree to, as it stands now; never with a secret in it.
 *
 * @param tpp whose it is
 * @param chain the chain of the journal that it is written to
 * @param title what is to be done, as a sentence without its end
 * @param consequence what follows from it
 * @param link the page that tells more, or null
 * @param facts what the decision rests on; another value of any of them makes a request void
 * @param version what else must not have changed, such as when a credential was issued; not shown
 * @param evidence the ids of evidence that shows more
 */
public record Asked(String tpp, String chain, String title, String consequence, String link, List<Fact> facts, String version, List<Long> evidence) {

    /** One of the things that a decision rests on. */
    public record Fact(String label, String value) { }

    /** Keeps copies of the lists. */
    public Asked {
        facts = List.copyOf(facts);
        evidence = List.copyOf(evidence);
    }

    /** What was asked, exactly: the same only where nothing of it has changed. */
    String digest(String deed, String object, Map<String, String> with) {
        var parts = new StringBuilder();
        Stream.of(deed, object, tpp, version).forEach(part -> add(part, parts));
        new TreeMap<>(with).forEach((name, value) -> add(value, add(name, parts)));
        facts.forEach(fact -> add(fact.value(), add(fact.label(), parts)));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(parts.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** With its length, so that no text can be taken for two. */
    private static StringBuilder add(String part, StringBuilder parts) {
        return parts.append(part.length()).append(' ').append(part).append('\n');
    }

    /** In what it is no longer what was asked, for people. */
    String changedFrom(List<Fact> before) {
        var differences = facts.stream().filter(fact -> !before.contains(fact)).map(fact -> fact.label() + " is now " + fact.value()).collect(Collectors.joining("; "));
        return differences.isEmpty() ? "it is no longer as it was" : differences;
    }
}
