package io.portolan.playbook;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads playbooks strictly: what is not known, not consistent or not safe is a problem, and all are told at once. */
@Component
public class PlaybookReader {

    private final Clock clock;

    public PlaybookReader(Clock clock) {
        this.clock = clock;
    }

    /** Reads a file of this name with these bytes, which are UTF-8. */
    public Reading read(String file, byte[] bytes) {
        var findings = new Findings(file);
        var text = PlaybookText.of(bytes, findings);
        return text == null ? new Reading(Optional.empty(), findings.inOrder()) : read(file, text);
    }

    /** Reads a file of this name with this content. */
    public Reading read(String file, String yaml) {
        var findings = new Findings(file);
        var document = YamlDocument.of(yaml, findings);
        if (document == null) {
            return new Reading(Optional.empty(), findings.inOrder());
        }
        var playbook = new Binder(findings).record(Playbook.class, document, "");
        new PlaybookChecks(findings, clock).check(playbook);
        var problems = findings.inOrder();
        return new Reading(problems.isEmpty() ? Optional.of(used(playbook)) : Optional.empty(), problems);
    }

    /** What reads files about banks without a playbook, as of the same day. */
    KnownBankReader forKnownBanks() {
        return new KnownBankReader(clock);
    }

    /** Reads again what was in use before, under whatever rules were good then; what is no longer known is left out. */
    Optional<Playbook> readAgain(String file, String yaml) {
        var findings = new Findings(file);
        var document = YamlDocument.of(yaml, findings);
        return Optional.ofNullable(document).map(node -> new Binder(findings).record(Playbook.class, node, "")).map(PlaybookReader::used);
    }

    /** The problem at the place in this content where its path is written, or what holds it. */
    Problem located(Problem problem, String yaml) {
        var findings = new Findings(problem.file());
        var document = YamlDocument.of(yaml, findings);
        if (document == null) {
            return problem;
        }
        new Binder(findings).record(Playbook.class, document, "");
        return findings.located(problem);
    }

    /** The playbook as it is run, with what follows from it and is not written down. */
    private static Playbook used(Playbook playbook) {
        return ByHand.whereForbidden(Prerequisites.added(playbook));
    }
}
