package io.portolan.mail;

import io.portolan.leg.RunningOnboardings.Ahead;
import io.portolan.leg.RunningOnboardings.Running;
import io.portolan.playbook.MailWork;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Finds whose a mail is: by the mail that it answers, by our reference, by the bank's, or because only one waits for such a mail. */
final class Correlation {

    /** What is known of earlier mails. */
    interface Threads {

        /** Whose a mail with one of these ids was, sent or received. */
        Optional<String> byMessageIds(List<String> ids);

        /** Whose our reference is. */
        Optional<String> byReference(String reference);

        /** What banks call the matters of this onboarding. */
        Set<String> bankReferences(String onboarding);
    }

    /** Whose a mail is, and how that was found, for people. */
    record Home(Running running, String by) { }

    private final Threads threads;
    private final Function<Running, Optional<String>> contact;

    /** @param contact the address of ours that the bank of an onboarding was told */
    Correlation(Threads threads, Function<Running, Optional<String>> contact) {
        this.threads = threads;
        this.contact = contact;
    }

    /** An onboarding that a mail names, running or not, and how. */
    private record Named(String onboarding, String by) { }

    /** Its home among these; empty where it has none, or more than one, or where it names one that is none of these. */
    Optional<Home> of(Mail mail, List<Running> running) {
        var named = named(mail, threads);
        if (named.isPresent()) {
            return named.flatMap(each -> home(each.onboarding(), running, each.by()));
        }
        return one(running.stream().filter(each -> knows(each, mail.from()) && namesOurMatter(each, mail)).toList(), "it has the bank's reference")
                .or(() -> bySender(mail, running.stream().filter(each -> knows(each, mail.from())).toList()));
    }

    private static Optional<Named> named(Mail mail, Threads threads) {
        return threads.byMessageIds(ids(mail)).map(id -> new Named(id, "it answers a mail of ours"))
                .or(() -> References.in(mail.subject()).flatMap(threads::byReference).map(id -> new Named(id, "our reference is in its subject")));
    }

    /** Whether a mail answers a letter of an onboarding, or has its reference, that is not this one. */
    static boolean namesAnother(String onboarding, Mail mail, Threads threads) {
        return named(mail, threads).filter(named -> !named.onboarding().equals(onboarding)).isPresent();
    }

    private static List<String> ids(Mail mail) {
        return mail.report() == null || mail.report().originalId() == null ? mail.repliesTo() : List.of(mail.report().originalId());
    }

    /** Of several that the sender may mean, the one whose present leg expects the mail, or whose address it was sent to. */
    private Optional<Home> bySender(Mail mail, List<Running> candidates) {
        var by = "only this onboarding may have mail from " + mail.from();
        return one(candidates, by).or(() -> one(narrowed(candidates, each -> expects(each, mail)), "only this onboarding expects it"))
                .or(() -> one(narrowed(candidates, each -> contact.apply(each).filter(mail.to()::contains).isPresent()), by));
    }

    private static List<Running> narrowed(List<Running> candidates, Predicate<Running> fits) {
        return candidates.stream().filter(fits).toList();
    }

    /** Whether the leg that an onboarding is at expects this mail. */
    static boolean expects(Running running, Mail mail) {
        return running.legs().stream().filter(Ahead::isCurrent).map(ahead -> ahead.order().leg())
                .anyMatch(leg -> leg.work() instanceof MailWork work && work.expect() != null
                        && MailSigns.isFrom(mail.from(), work.expect().from())
                        && (work.expect().subject() == null || Words.contain(mail.subject(), work.expect().subject())));
    }

    private boolean namesOurMatter(Running running, Mail mail) {
        var text = mail.subject() + "\n" + mail.own();
        return threads.bankReferences(running.onboarding()).stream()
                .anyMatch(reference -> text.matches("(?s).*(?<![\\p{L}\\p{N}-])\\Q" + reference.replace("\\E", "") + "\\E(?![\\p{L}\\p{N}-]).*"));
    }

    private static boolean knows(Running running, String from) {
        return !running.legs().isEmpty() && new BankAddresses(running.legs().get(0).order().playbook()).include(from);
    }

    private static Optional<Home> home(String onboarding, List<Running> running, String by) {
        return running.stream().filter(each -> each.onboarding().equals(onboarding)).findFirst().map(each -> new Home(each, by));
    }

    private static Optional<Home> one(List<Running> found, String by) {
        return found.size() == 1 ? Optional.of(new Home(found.get(0), by)) : Optional.empty();
    }
}
