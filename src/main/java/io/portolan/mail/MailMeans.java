package io.portolan.mail;

import io.portolan.journal.Evidence;
import io.portolan.leg.LegRun;
import io.portolan.leg.Means;
import io.portolan.leg.Outcome;
import io.portolan.leg.Outcome.Reason;
import io.portolan.playbook.Leg;
import io.portolan.playbook.MailWork;
import io.portolan.playbook.MeansName;
import io.portolan.playbook.WaitingFor;
import io.portolan.vault.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Does legs by mail: waits for a mail of the bank and takes what the leg needs from it. */
@Component
class MailMeans implements Means {

    /** Clocks of mail servers differ; no answer comes before its round began but for that. */
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(5);

    private final Mailboxes mailboxes;
    private final UsedMails used;

    MailMeans(Mailboxes mailboxes, UsedMails used) {
        this.mailboxes = mailboxes;
        this.used = used;
    }

    @Override
    public MeansName name() {
        return MeansName.MAIL;
    }

    @Override
    public Outcome perform(LegRun run) {
        var order = run.order();
        var expected = ((MailWork) order.leg().work()).expect();
        if (expected == null) {
            return run.progress() == LegRun.Progress.HAPPENED
                    ? new Outcome.NotYet(waitingFor(order.leg()), "It was handed in; the bank has not answered yet.", null)
                    : new Outcome.NeedsPerson(Reason.BY_DESIGN, "This leg's mail is to be read by a person", null);
        }
        var mailbox = mailboxes.of(order.tpp());
        if (mailbox.isEmpty()) {
            return new Outcome.NeedsPerson(Reason.MISSING_DATA, "No mailbox is set up for the TPP " + order.tpp(),
                    "See portolan.mail.mailboxes. Until then, take what is asked from the mail by hand.");
        }
        try {
            var mails = mailbox.get().mailsFrom(expected.from(), run.round().since().minus(CLOCKS_DIFFER_BY));
            return answer(run, mailbox.get(), mails.stream().filter(mail -> fits(mail, expected, run)).toList());
        } catch (MailboxUnreachable e) {
            return new Outcome.Fault(e.getMessage());
        }
    }

    /** The newest mail counts: a bank that sends its link twice means the second. */
    private Outcome answer(LegRun run, Mailbox mailbox, List<Mail> fitting) {
        var order = run.order();
        Mail incomplete = null;
        for (int i = fitting.size() - 1; i >= 0; i--) {
            var mail = fitting.get(i);
            var values = values(run, mail);
            if (values.isEmpty()) {
                incomplete = mail;
            } else if (used.take(mail, mailbox.address(), order.tpp(), order.onboarding(), order.leg().id(),
                    run.round().number())) {
                return taken(run, mail, values.get());
            }
        }
        if (incomplete != null) {
            keepCopy(run, incomplete, run.order().leg().secretCaptures().isEmpty());
            return new Outcome.NeedsPerson(Reason.UNEXPECTED_ANSWER,
                    "The bank's mail came, but what is needed is not in it", "Mail \"" + incomplete.subject() + "\"");
        }
        return new Outcome.NotYet(waitingFor(order.leg()),
                "No mail from " + ((MailWork) order.leg().work()).expect().from() + " yet", null);
    }

    private static WaitingFor waitingFor(Leg leg) {
        return leg.waiting() == null || leg.waiting().waitingFor() == null ? WaitingFor.BANK : leg.waiting().waitingFor();
    }

    private static Outcome taken(LegRun run, Mail mail, Map<String, String> values) {
        values.forEach((name, value) -> {
            if (run.order().leg().captures().get(name).secret()) {
                run.masks().add(value);
                try (var secret = Secret.of(value)) {
                    run.keepSecret(name, secret, null);
                }
            } else {
                run.keep(name, value, null);
            }
        });
        keepCopy(run, mail, true);
        return new Outcome.Done("The mail \"" + run.masks().masked(mail.subject()) + "\" came at " + mail.receivedAt());
    }

    /** What the captures of the leg find in the mail; empty where one that is needed is not there. */
    private static Optional<Map<String, String>> values(LegRun run, Mail mail) {
        var values = new LinkedHashMap<String, String>();
        for (var each : run.order().leg().captures().entrySet()) {
            var value = MailCapture.taken(run.fill(each.getValue().from()), mail, run.order().environment().hosts());
            if (value.isPresent()) {
                values.put(each.getKey(), value.get());
            } else if (!each.getValue().optional()) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    private static boolean fits(Mail mail, MailWork.Expected expected, LegRun run) {
        return hasSubject(mail, expected.subject())
                && (expected.text() == null || contains(mail.text(), run.fill(expected.text()).text()));
    }

    static boolean hasSubject(Mail mail, String part) {
        return part == null || contains(mail.subject(), part);
    }

    private static boolean contains(String text, String part) {
        return plain(text).contains(plain(part));
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
    }

    /** Keeps a copy; without its text where a secret may stand in it that was not recognised. */
    private static void keepCopy(LegRun run, Mail mail, boolean withText) {
        var copy = "From: " + mail.from() + "\nSubject: " + mail.subject() + "\nReceived: " + mail.receivedAt() 
                + (withText ? "\n\n" + mail.text() : "");
        run.evidence(Evidence.Kind.MAIL, "text/plain", run.masks().masked(copy).getBytes(StandardCharsets.UTF_8));
    }
}
