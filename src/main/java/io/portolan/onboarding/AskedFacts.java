package io.portolan.onboarding;

import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.playbook.Fact;
import io.portolan.playbook.Playbook;
import io.portolan.playbook.Playbooks;
import io.portolan.refusal.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
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
     * @param branch the key of the branch that it is of, or null where it is of the whole bank
     * @param whoWouldKnow who would know it, as the playbook says
     * @param list whether it is several values, one per line
     * @param source where whoever supplied it has it from
     */
    public record Asked(String name, String branch, boolean list, String whoWouldKnow, String value, String source, String suppliedBy, Instant suppliedAt) {

        Asked of(Fact fact) {
            return new Asked(name, branch, fact.list(), fact.who(), value, source, suppliedBy, suppliedAt);
        }
    }

    /** Those of an environment, by name, and for each branch where each has its own; {@code unknown-bank} or {@code unknown-environment}. */
    public List<Asked> of(String bank, String environment) {
        var playbook = playbook(bank, environment);
        var known = facts.of(bank, environment);
        return new TreeMap<>(playbook.ask()).entrySet().stream().flatMap(asked -> branches(playbook, asked.getValue()).map(branch -> known.stream()
                .filter(each -> each.name().equals(asked.getKey()) && Objects.equals(each.branch(), branch.orElse(null))).findFirst()
                .orElseGet(() -> new Asked(asked.getKey(), branch.orElse(null), false, null, null, null, null, null)).of(asked.getValue()))).toList();
    }

    private static Stream<Optional<String>> branches(Playbook playbook, Fact fact) {
        return fact.byBranch() ? playbook.branches().keySet().stream().map(Optional::of) : Stream.of(Optional.empty());
    }

    /**
     * Keeps a fact, in place of an earlier one; legs that come to it from now on have it.
     *
     * @param branch the key of the branch where each has its own, else null
     * @throws Refused with codes {@code unknown-bank}, {@code unknown-environment}, {@code unknown-fact}, {@code unknown-branch}, {@code missing-values} or {@code invalid-values}
     */
    @Transactional
    public Asked supply(String bank, String environment, String branch, String name, String value, String source, String actor) {
        var playbook = playbook(bank, environment);
        if (!playbook.ask().containsKey(name)) {
            throw Refused.notFound("unknown-fact", "This bank asks for no fact \"" + name + "\".");
        }
        if (branches(playbook, playbook.ask().get(name)).noneMatch(each -> Objects.equals(each.orElse(null), branch))) {
            throw Refused.invalid("unknown-branch", playbook.ask().get(name).byBranch() ? "Each branch has its own " + name + ": say of which it is, one of "
                    + String.join(", ", playbook.branches().keySet()) + "." : "The fact " + name + " is of the whole bank.", Map.of("branch", "is not one of them"));
        }
        if (!playbook.ask().get(name).mayBe(given("value", value))) {
            throw Refused.invalid("invalid-values", "The fact " + name + " is a number.", Map.of("value", "must be a number such as 3600"));
        }
        facts.supply(bank, environment, playbook.branchOfFact(name, branch), name, given("value", value), given("source", source), actor);
        journal.write(Act.by(actor, Act.HOUSE, "fact-supplied", bank + ", " + environment + (branch == null ? "" : ", " + branch) + ": " + name + " is " + value.strip()
                + ", from " + source.strip()));
        return of(bank, environment).stream().filter(asked -> asked.name().equals(name) && Objects.equals(asked.branch(), branch)).findFirst().orElseThrow();
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
