package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.adoption.Taken;
import io.portolan.registration.Adoption;
import java.util.List;

/**
 * What was taken in from a file, or would be.
 *
 * @param fresh how many are taken in
 * @param there how many were there already
 * @param accounts how many accounts at portals are taken in
 * @param more how many rows are not shown
 */
record TakenView(long fresh, long there, long accounts, List<Row> rows, long more) {

    private static final int ROWS = 500;

    /** A registration of the file. */
    record Row(int line, boolean isThere, String registration, String bankName, String tpp, String environment, String services, String proof, List<String> notes) { }

    static TakenView of(Taken taken, Catalogue catalogue) {
        return new TakenView(taken.count(Taken.Outcome.TAKEN), taken.count(Taken.Outcome.THERE), taken.accounts(), taken.items().stream().limit(ROWS)
                .map(item -> new Row(item.line(), item.outcome() == Taken.Outcome.THERE, item.registration(), catalogue.bankName(item.opening().bank()),
                        item.opening().tpp(), item.opening().environment() + (item.opening().branch() == null ? "" : ", " + item.opening().branch()),
                        Wording.joined(item.opening().services()), proof(item), item.notes())).toList(), Math.max(0, taken.items().size() - ROWS));
    }

    private static String proof(Taken.Item item) {
        if (item.outcome() == Taken.Outcome.THERE) {
            return say("playbook.it-is-here-already-and");
        }
        return item.proof() == Adoption.Proof.WANTED ? say("playbook.its-proof-begins-by-itself") : item.proofNote() == null ? say("playbook.its-proof-begins-when-somebody") : item.proofNote();
    }
}
