package io.portolan.mail;

import io.portolan.leg.LegOrder;
import io.portolan.leg.LegRun;
import io.portolan.leg.Value;
import io.portolan.playbook.MailWork;
import io.portolan.playbook.Playbook;
import io.portolan.playbook.Template;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes letters by their templates. */
@Component
class Drafts {

    private final MailAccounts accounts;
    private final JdbcLetters letters;

    Drafts(MailAccounts accounts, JdbcLetters letters) {
        this.accounts = accounts;
        this.letters = letters;
    }

    /**
     * The letter of a leg, as this number of its round.
     *
     * @return empty where the TPP has no mailbox from which it could be sent
     * @throws LegRun.MissingData where something is missing that the letter says
     */
    Optional<Draft> of(LegRun run, MailWork.Letter letter, int number) {
        var order = run.order();
        var to = run.fill(letter.to()).text();
        var contact = Optional.ofNullable(order.playbook().contacts().get(to));
        return sender(order, letter.from() != null ? letter.from() : contact.map(Playbook.Contact::writeFrom).orElse(null)).map(sender -> {
            var reference = letters.reference(order.onboarding());
            return new Draft(Draft.messageId(reference, order.onboarding(), order.leg().id(), run.round().number(), "letter", number, sender.address()),
                    sender, contact.map(Playbook.Contact::eMail).orElse(to), oneLine(run.fill(letter.subject()).text()) + " [" + reference + "]",
                    run.fill(letter.text()).text(), letter.attach().stream().map(file -> file(run, file)).toList(), before(order.onboarding()));
        });
    }

    /** The mailbox that is wanted and can send. */
    Optional<MailAccounts.Sender> sender(LegOrder order, String wanted) {
        return accounts.sender(order.tpp(), wanted).filter(sender -> sender.account().smtp() != null);
    }

    /** The letters of the same matter. */
    List<String> before(String onboarding) {
        return letters.sent(onboarding).stream().map(JdbcLetters.Letter::messageId).toList();
    }

    private static String oneLine(String subject) {
        return subject.replaceAll("\\s+", " ").strip();
    }

    private static Mail.Attachment file(LegRun run, Template template) {
        var place = template.places().get(0);
        var value = run.value(place);
        if (value instanceof Value.File file) {
            return new Mail.Attachment(file.fileName(), file.mediaType(), file.content());
        }
        if (value instanceof Value.Plain plain && place.startsWith("certificate.")) {
            var parts = place.split("\\.");
            return new Mail.Attachment(run.order().tpp() + "-" + parts[1] + (parts[2].equals("chain-pem") ? "-chain" : "") + ".pem",
                    "application/x-pem-file", plain.text().getBytes(StandardCharsets.US_ASCII));
        }
        throw new LegRun.MissingData(place);
    }
}
