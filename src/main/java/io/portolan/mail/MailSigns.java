package io.portolan.mail;

import io.portolan.leg.ReceivedMails.Nature;
import io.portolan.playbook.Leg;
import io.portolan.playbook.MailWork;
import io.portolan.playbook.Seen;
import io.portolan.playbook.Sign;
import io.portolan.playbook.Template;
import java.util.List;
import java.util.function.Function;

/** Reads the signs of a leg in a mail: in what its sender has written and in its subject, never in what it quotes. */
final class MailSigns {

    /** What a mail means for a leg; {@code DONE} only as far as signs say. */
    enum Reading { DONE, REJECTED, WAIT, ASK, NONE }

    private final Leg leg;
    private final MailWork work;
    private final Function<Template, String> fill;

    /** The signs of a leg by mail, whose templates are filled so. */
    MailSigns(Leg leg, Function<Template, String> fill) {
        this.leg = leg;
        this.work = (MailWork) leg.work();
        this.fill = fill;
    }

    /** What a system has made unasked decides only where it is the very mail that is expected. */
    Reading read(Mail mail) {
        var expected = isExpected(mail);
        if (mail.nature() == Nature.BOUNCE || mail.nature() == Nature.AUTOMATIC_REPLY || mail.nature() == Nature.MACHINE_MADE && !expected) {
            return Reading.NONE;
        }
        var signs = leg.signs();
        if (expected && signs.doneWhen().isEmpty() || anyFits(signs.doneWhen(), mail) && (expected || work.expect() == null)) {
            return Reading.DONE;
        }
        if (anyFits(signs.rejectedWhen(), mail)) {
            return Reading.REJECTED;
        }
        if (anyFits(signs.waitWhen(), mail)) {
            return Reading.WAIT;
        }
        return anyFits(signs.askWhen(), mail) ? Reading.ASK : Reading.NONE;
    }

    /** Whether it is the mail that the leg expects. */
    boolean isExpected(Mail mail) {
        var expect = work.expect();
        return expect != null && isFrom(mail.from(), expect.from())
                && (expect.subject() == null || Seen.says(mail.subject(), expect.subject()))
                && (expect.text() == null || Seen.says(mail.own(), fill.apply(expect.text())));
    }

    /** Whether an address is the one that is wanted, or of the wanted domain, which has a leading @. */
    static boolean isFrom(String from, String wanted) {
        return wanted.startsWith("@") ? from.regionMatches(true, from.length() - wanted.length(), wanted, 0, wanted.length())
                : from.equalsIgnoreCase(wanted);
    }

    private boolean anyFits(List<Sign> signs, Mail mail) {
        return signs.stream().anyMatch(sign -> (sign.text() == null || Seen.says(mail.own(), fill.apply(sign.text())))
                && (sign.subject() == null || Seen.says(mail.subject(), sign.subject())));
    }
}
