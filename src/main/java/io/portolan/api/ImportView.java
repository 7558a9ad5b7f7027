package io.portolan.api;

import io.portolan.adoption.Taken;
import java.util.List;

/** What a file of registrations has brought, or would bring. */
record ImportView(boolean dryRun, int lines, long taken, long there, long accounts, List<ItemView> items) {

    /** One of them: {@code taken}, or {@code there} by the same words already; in a trial it has no id. Its proof is {@code wanted} or for {@code later}. */
    record ItemView(int line, String outcome, String registration, String tpp, String bank, String branch, String environment, String application,
            List<String> services, String proof, String proofNote, List<String> notes) {

        static ItemView of(Taken.Item item) {
            var of = item.opening();
            return new ItemView(item.line(), Words.of(item.outcome()), item.registration(), of.tpp(), of.bank(), of.branch(), of.environment(), of.application(),
                    Words.of(of.services()), item.outcome() == Taken.Outcome.THERE ? null : Words.of(item.proof()), item.proofNote(), item.notes());
        }
    }

    static ImportView of(Taken taken) {
        return new ImportView(taken.isTried(), taken.items().size(), taken.count(Taken.Outcome.TAKEN), taken.count(Taken.Outcome.THERE), taken.accounts(),
                taken.items().stream().map(ItemView::of).toList());
    }
}
