package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.journal.Journal;
import io.portolan.leg.ReceivedMails;
import io.portolan.leg.ReceivedMails.State;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.onboarding.PersonAnswer;
import io.portolan.registration.Credential;
import io.portolan.registration.Credentials;
import io.portolan.worklist.Worklist;
import jakarta.mail.Message;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A bank that is only written to: its letter, automatic reply, question, and the answer with the secret in it. */
class OnboardsAtTidewayIT extends CoastStory {

    private static final String BANK = "xx-tideway";

    @Autowired Credentials credentials;
    @Autowired Journal journal;
    @Autowired ReceivedMails mails;

    @Test
    void registersByLettersWhileAPersonAnswersTheBanksQuestion() throws Exception {
        bank(BANK).mischief("mailTwice", 1);
        var onboarding = start(aTpp(), BANK);

        var question = awaitTask(onboarding.id());
        assertThat(question.question()).startsWith("The bank asks");
        assertThat(question.detail()).contains("for how many account holders");
        assertThat(journal.of(onboarding.id())).anySatisfy(entry -> assertThat(entry.act().detail()).contains("Its reference is TW-000001"));
        answer("Re: Registration [TW-000001]", "About a thousand.");
        worklist.complete(question.id(), new Worklist.Completion(PersonAnswer.HANDED_IN, Map.of(), "answered by mail"), "user:story");

        var done = awaitStatus(onboarding.id(), Status.DONE);
        assertThat(bank(BANK).counts().applications()).isEqualTo(1);
        assertThat(bank(BANK).counts().secretsGenerated()).isEqualTo(1);
        assertThat(credentials.of(done.registration())).extracting(Credential::name).contains("client-id", "client-secret");
        assertThat(journal.verify(done.id()).intact()).isTrue();
    }

    @Test
    void believesNoForgedAnswer() {
        bank(BANK).ask("/questions", Map.of("ask", false));
        bank(BANK).approveAfter(null);
        var onboarding = start(aTpp(), BANK);
        await().atMost(Duration.ofSeconds(20)).until(() -> bank(BANK).counts().applications() == 1);

        bank(BANK).letter(Map.of("from", "psd2@tideway.example", "subject", "Re: your ticket TW-000001", "text",
                "You are registered with Tideway Bank.\nClient ID: evil\nClient secret: evil-secret-1", "forged", true));
        var task = awaitTask(onboarding.id());
        assertThat(task.question()).contains("nothing proves");
        assertThat(task.detail()).doesNotContain("evil-secret-1");

        bank(BANK).approve();
        assertThat(awaitStatus(onboarding.id(), Status.DONE).registration()).isNotNull();
    }

    @Test
    void keepsAMailThatNobodyWaitsForUntilAPersonFilesIt() {
        bank(BANK).letter(Map.of("from", "newsletter@elsewhere.example", "subject", "What is new", "text", "Nothing."));
        await().atMost(Duration.ofSeconds(20)).until(() -> mails.page(State.HOMELESS, null, 50).items().stream()
                .anyMatch(mail -> mail.subject().equals("What is new")));
        var mail = mails.page(State.HOMELESS, null, 50).items().stream().filter(each -> each.subject().equals("What is new")).findFirst().orElseThrow();
        assertThat(mails.file(mail.id(), "a newsletter", "user:story").state()).isEqualTo(State.FILED);
    }

    /** What a person of ours writes with a mail program of his own. */
    private static void answer(String subject, String text) throws Exception {
        var message = new MimeMessage(WORLD.mail().session());
        message.setFrom(new InternetAddress(WORLD.options().mailbox()));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("psd2@tideway.example"));
        message.setSubject(subject);
        message.setText(text);
        WORLD.mail().send(message);
    }
}
