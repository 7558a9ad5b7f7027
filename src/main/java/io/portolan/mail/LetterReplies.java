package io.portolan.mail;

import io.portolan.journal.Act;
import io.portolan.journal.Evidence;
import io.portolan.journal.EvidenceStore;
import io.portolan.journal.Journal;
import io.portolan.leg.LegOrder;
import io.portolan.leg.OurData;
import io.portolan.leg.Replies;
import io.portolan.leg.SecretsOfOnboarding;
import io.portolan.leg.Value;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Answers banks by letter in the thread of their last mail. It goes to a mail's sender only where that is proven to be the bank,
 * and else to whom the playbook names: who forges a question gets no answer.
 */
@Component
class LetterReplies implements Replies {

    private static final Logger LOG = LoggerFactory.getLogger(LetterReplies.class);

    private final Drafts drafts;
    private final JdbcLetters letters;
    private final JdbcMails mails;
    private final OurData ourData;
    private final SecretsOfOnboarding secrets;
    private final EvidenceStore evidence;
    private final Journal journal;
    private final Clock clock;

    LetterReplies(Drafts drafts, JdbcLetters letters, JdbcMails mails, OurData ourData, SecretsOfOnboarding secrets, EvidenceStore evidence,
            Journal journal, Clock clock) {
        this.drafts = drafts;
        this.letters = letters;
        this.mails = mails;
        this.ourData = ourData;
        this.secrets = secrets;
        this.evidence = evidence;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Optional<Envelope> envelope(LegOrder order) {
        return draft(order, "", "", List.of()).map(draft -> new Envelope(draft.sender().address(), draft.to(), draft.subject(), around(order)));
    }

    private String around(LegOrder order) {
        var signed = Stream.of(ours("tpp.contact.first-name", order) + " " + ours("tpp.contact.last-name", order), ours("tpp.legal-name", order),
                ours("tpp.contact.phone", order)).map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
        return "Dear colleagues,\n\n\n\nKind regards\n\n" + signed + "\n";
    }

    private String ours(String place, LegOrder order) {
        return ourData.value(place, order).orElse(null) instanceof Value.Plain plain ? plain.text() : "";
    }

    private Optional<Draft> draft(LegOrder order, String key, String text, List<Mail.Attachment> files) {
        var asked = mails.lastOfBank(order.onboarding());
        var named = Recipient.of(order);
        var to = asked.map(ArrivedMail::from).or(() -> named.map(Recipient::address));
        var sender = to.flatMap(address -> drafts.sender(order, named.map(Recipient::from).orElse(null)));
        return sender.map(from -> {
            var reference = letters.reference(order.onboarding());
            var thread = new ArrayList<>(drafts.before(order.onboarding()));
            asked.map(ArrivedMail::messageId).filter(id -> id != null && !thread.contains(id)).ifPresent(thread::add);
            return new Draft(Draft.messageId(reference, order.onboarding(), order.leg().id(), 0, "reply/" + key, 1, from.address()), from,
                    to.get(), subject(asked, order, reference), text, files, thread);
        });
    }

    private String subject(Optional<ArrivedMail> asked, LegOrder order, String reference) {
        var before = asked.map(ArrivedMail::subject)
                .or(() -> letters.sent(order.onboarding()).stream().reduce((earlier, later) -> later).map(JdbcLetters.Letter::subject))
                .map(subject -> subject.replaceAll("\\s+", " ").strip()).filter(subject -> !subject.isEmpty()).orElse(order.leg().title());
        var answer = before.regionMatches(true, 0, "Re:", 0, 3) ? before : "Re: " + before;
        return answer.contains(reference) ? answer : answer + " [" + reference + "]";
    }

    @Override
    public Sent send(LegOrder order, Reply reply) {
        var files = reply.files().stream().map(file -> new Mail.Attachment(file.fileName(), file.mediaType(), file.content())).toList();
        var found = draft(order, reply.key(), reply.text(), files);
        if (found.isEmpty()) {
            return new Sent.NotTaken("There is nobody to write to, or no mailbox from which this TPP writes.");
        }
        var draft = found.get();
        var masks = secrets.masks(order.onboarding());
        if (!masks.masked(reply.text()).equals(reply.text())) {
            return new Sent.NotTaken("The letter holds a secret of this onboarding. No secret leaves by mail.");
        }
        var letter = new JdbcLetters.Letter(draft.messageId(), order.onboarding(), order.leg().id(), 0, 1, JdbcLetters.Kind.REPLY,
                draft.sender().account().name(), draft.to(), draft.subject(), JdbcLetters.State.INTENDED, null);
        return letters.begin(letter) ? hand(order, draft, reply) : lookUp(draft);
    }

    /** Another has begun it, now or before a cut. */
    private Sent lookUp(Draft draft) {
        var known = letters.find(draft.messageId()).orElseThrow();
        if (known.state() == JdbcLetters.State.INTENDED && draft.sender().account().imap().hasSent(draft.messageId())) {
            letters.state(draft.messageId(), JdbcLetters.State.SENT);
            return new Sent.Left(known.recipient(), true);
        }
        return switch (known.state()) {
            case SENT -> new Sent.Left(known.recipient(), true);
            case BOUNCED -> new Sent.NotTaken("It has left and came back: the address " + known.recipient() + " does not take it.");
            default -> new Sent.Unknown("One was being sent, and nobody knows whether it has left.");
        };
    }

    private Sent hand(LegOrder order, Draft draft, Reply reply) {
        var message = draft.message(clock.instant());
        var handed = draft.sender().account().smtp().hand(message);
        if (handed instanceof SmtpServer.Handed.NotSent notSent) {
            letters.state(draft.messageId(), JdbcLetters.State.NOT_SENT);
            return new Sent.NotTaken(notSent.why());
        }
        if (handed instanceof SmtpServer.Handed.Unknown unknown) {
            return new Sent.Unknown(unknown.why());
        }
        letters.state(draft.messageId(), JdbcLetters.State.SENT);
        var copy = evidence.keep(order.onboarding(), Evidence.Kind.MAIL, "text/plain", draft.copy(secrets.masks(order.onboarding())));
        journal.write(new Act(order.onboarding(), reply.by(), "bank-written-to", order.leg().id(), "mail", "A letter was sent to " + draft.to() + ".", List.of(copy)));
        try {
            draft.sender().account().imap().keepSent(message);
        } catch (MailboxUnreachable e) {
            LOG.info("A letter has left, but its copy could not be put among the sent mails: {}", e.getMessage());
        }
        return new Sent.Left(draft.to(), false);
    }
}
