package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.journal.Evidence;
import io.portolan.journal.EvidenceStore;
import io.portolan.leg.ChangedTerms;
import io.portolan.worklist.Task;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts terms that were accepted beside those that the bank has now, for the person who is asked about them. */
@Component
class TermsSideBySide {

    /** Texts that are longer are opened one by one. */
    private static final int LONGEST = 500_000;

    private final EvidenceStore evidence;

    TermsSideBySide(EvidenceStore evidence) {
        this.evidence = evidence;
    }

    /** Both versions, where the task asks about terms; only evidence of terms is shown, whatever the task's detail says. */
    Optional<TermsView> of(Task task, Instant now) {
        return ChangedTerms.read(task.detail()).filter(terms -> isOfTerms(terms.now()) && (terms.before() == null || isOfTerms(terms.before())))
                .map(terms -> view(terms, now));
    }

    private boolean isOfTerms(ChangedTerms.Version version) {
        return evidence.find(version.evidence()).filter(found -> found.kind() == Evidence.Kind.TERMS).isPresent();
    }

    private TermsView view(ChangedTerms terms, Instant now) {
        if (terms.before() == null) {
            return new TermsView(null, null, terms.now().evidence(), null, terms.known() != null
                    ? say("task.the-playbook-knows-the-earlier")
                    : say("task.they-cannot-be-read-here"));
        }
        var before = text(terms.before());
        var fresh = text(terms.now());
        var difference = before.isPresent() && fresh.isPresent() ? TextDifference.of(before.get(), fresh.get()) : null;
        return new TermsView(terms.before().evidence(), TimeView.of(terms.before().acceptedAt(), now), terms.now().evidence(), difference,
                difference == null ? say("task.they-are-not-both-texts") : difference.changes() == 0
                        ? say("task.word-for-word-they-say") : null);
    }

    private Optional<String> text(ChangedTerms.Version version) {
        return evidence.find(version.evidence()).filter(found -> EvidencePiece.isReadable(found) && found.size() <= LONGEST)
                .flatMap(found -> evidence.body(found.id())).map(body -> new String(body, StandardCharsets.UTF_8));
    }
}
