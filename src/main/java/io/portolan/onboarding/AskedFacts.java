package io.portolan.onboarding;

import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.playbook.Playbook;
import io.portolan.playbook.Playbooks;
import io.portolan.refusal.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The facts that a playbook asks for, to be supplied before a leg comes to need them. */
@Component
public class AskedFacts {

    private static final int LONGEST = 2000;

    private final Playbooks playbooks;
    private final JdbcFacts facts;
    private final Journal journal;

    AskedFacts(Playbooks playbooks, JdbcFacts facts, Journal journal) {
        this.playbooks = playbooks;
        this.facts = facts;
        this.journal = journal;
    }

    /**
     * A fact that is asked for; the last four are null while nobody has supplied it.
     *
     * @param whoWouldKnow who would know it, as the playbook says
     * @param source where whoever supplied it has it from
     */
    public record Asked(String name, String whoWouldKnow, String value, String source, String suppliedBy, Instant suppliedAt) {

        Asked of(String who) {
            return new Asked(name, who, value, source, suppliedBy, suppliedAt);
        }
    }

    /** Those of an environment, by name; {@code unknown-bank} or {@code unknown-environment}. */
    public List<Asked> of(String bank, String environment) {
        var known = facts.of(bank, environment);
        return new TreeMap<>(playbook(bank, environment).ask()).entrySet().stream()
                .map(asked -> known.getOrDefault(asked.getKey(), new Asked(asked.getKey(), null, null, null, null, null)).of(asked.getValue())).toList();
    }

    /**
     * Keeps a fact, in place of an earlier one; legs that come to it from now on have it.
     *
     * @throws Refused with codes {@code unknown-bank}, {@code unknown-environment}, {@code unknown-fact} or {@code missing-values}
     */
    @Transactional
    public Asked supply(String bank, String environment, String name, String value, String source, String actor) {
        if (!playbook(bank, environment).ask().containsKey(name)) {
            throw Refused.notFound("unknown-fact", "This bank asks for no fact \"" + name + "\".");
        }
        facts.supply(bank, environment, name, given("value", value), given("source", source), actor);
        journal.write(Act.by(actor, Act.HOUSE, "fact-supplied", bank + ", " + environment + ": " + name + " is " + value.strip() + ", from " + source.strip()));
        return of(bank, environment).stream().filter(asked -> asked.name().equals(name)).findFirst().orElseThrow();
    }

    private static String given(String field, String text) {
        if (text == null || text.isBlank() || text.length() > LONGEST) {
            throw Refused.invalid("missing-values", text == null || text.isBlank() ? "The " + field + " is missing." : "The " + field + " is too long.",
                    Map.of(field, text == null || text.isBlank() ? "is missing" : "has at most " + LONGEST + " characters"));
        }
        return text.strip();
    }

    private Playbook playbook(String bank, String environment) {
        var playbook = playbooks.current(bank).map(Playbooks.Versioned::playbook)
                .orElseThrow(() -> Refused.notFound("unknown-bank", "There is no bank " + bank + "."));
        if (!playbook.environments().containsKey(environment)) {
            throw Refused.notFound("unknown-environment", "The bank " + bank + " has no environment " + environment + ".");
        }
        return playbook;
    }
}
