package io.portolan.mail;

import io.portolan.leg.Filled;
import io.portolan.leg.LegOrder;
import io.portolan.leg.Masks;
import io.portolan.leg.RunningOnboardings.Running;
import io.portolan.leg.SecretsOfOnboarding;
import io.portolan.playbook.Leg;
import io.portolan.playbook.MailWork;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes the copy of a mail that is kept: without any secret that is known, that a leg would take, or that looks like one. */
@Component
class MailCopies {

    private static final int MOST = 50_000;

    private final SecretsOfOnboarding secrets;

    MailCopies(SecretsOfOnboarding secrets) {
        this.secrets = secrets;
    }

    /** What hides the secrets of this onboarding in this mail; the onboarding may be null. */
    Masks masks(Running running, Mail mail) {
        var masks = running == null ? SecretsOfOnboarding.none() : secrets.masks(running.onboarding());
        if (running != null) {
            running.legs().forEach(ahead -> learn(ahead.order(), ahead.order().leg(), mail, masks));
        }
        return masks;
    }

    /** What hides the secrets of this onboarding, over or not; of none where it is null. */
    Masks masks(String onboarding) {
        return onboarding == null ? SecretsOfOnboarding.none() : secrets.masks(onboarding);
    }

    /** Lets masks know what a leg would take from a mail as secret, whether it takes it or not. */
    static void learn(LegOrder order, Leg leg, Mail mail, Masks masks) {
        if (leg.work() instanceof MailWork) {
            leg.captures().values().stream().filter(capture -> capture.secret() && capture.from().isPlain()
                            && !MailCapture.isFile(capture.from().written()))
                    .forEach(capture -> MailCapture.taken(new Filled(capture.from().written(), false), mail, order.environment().hosts())
                            .ifPresent(masks::add));
        }
    }

    static String subject(Mail mail, Masks masks) {
        return Words.excerpt(Suspects.masked(masks.masked(mail.subject())), 300);
    }

    /** What its sender has written, for a task or a journal. */
    static String excerpt(Mail mail, Masks masks, int most) {
        return Words.excerpt(Suspects.masked(masks.masked(mail.own())), most);
    }

    static String copy(Mail mail, Masks masks, Genuineness proof) {
        var files = mail.attachments().stream().map(file -> file.name() + " (" + file.mediaType() + ", " + file.content().length + " bytes)")
                .collect(Collectors.joining(", "));
        return "From: " + mail.from() + "\nSubject: " + subject(mail, masks) + "\nReceived: " + mail.receivedAt()
                + (proof.proven() ? "\nProven: " : "\nNot proven: ") + proof.why() + (files.isEmpty() ? "" : "\nFiles: " + masks.masked(files))
                + "\n\n" + Words.excerpt(Suspects.masked(masks.masked(mail.text())), MOST);
    }
}
