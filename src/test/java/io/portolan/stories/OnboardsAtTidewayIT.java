package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.access.Role;
import io.portolan.access.Tokens;
import io.portolan.access.Users;
import io.portolan.journal.Journal;
import io.portolan.leg.ReceivedMails;
import io.portolan.leg.ReceivedMails.State;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.onboarding.PersonAnswer;
import io.portolan.registration.Credential;
import io.portolan.registration.Credentials;
import io.portolan.vault.Secret;
import io.portolan.worklist.Task;
import io.portolan.worklist.Worklist;
import jakarta.mail.Message;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A bank that is only written to: its letter, automatic reply, question, and the answer with the secret in it. */
class OnboardsAtTidewayIT extends CoastStory {

    private static final String BANK = "xx-tideway";

    @Autowired Credentials credentials;
    @Autowired Journal journal;
    @Autowired ReceivedMails mails;
    @Autowired DataSource database;
    @Autowired Tokens tokens;
    @Autowired Users users;
    @LocalServerPort int port;

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
        leavesNoSecretOfItInTheDatabase();
    }

    @Test
    void answersTheBanksQuestionByALetterFromInsideTheTask() {
        var onboarding = start(aTpp(), BANK);
        var page = "/tasks/" + awaitTask(onboarding.id()).id();
        var person = person();
        assertThat(person.get(page).text()).contains("Answer the bank by a letter", "psd2@tideway.example", "[TW-0000");
        assertThat(person.submit(page, page + "/letter", Map.of("step", "look", "text", " ")).status()).isEqualTo(422);

        var look = person.submit(page, page + "/letter", Map.of("step", "look", "text", "About a thousand.", "offers", "1"));
        assertThat(look.text()).contains("About a thousand.", ".pem", "Send it");
        var written = person.submit(page, page + "/letter", Map.of("step", "write", "text", "About a thousand.", "offers", "1"));
        assertThat(Jsoup.parse(written.text()).select("#letter-text[autofocus]").text()).isEqualTo("About a thousand.");
        var sent = person.submit(page, page + "/letter", Map.of("step", "send", "text", "About a thousand.", "offers", "1"));

        assertThat(sent.status()).as(sent::toString).isEqualTo(302);
        assertThat(person.submit("/tasks", page + "/letter", Map.of("step", "send", "text", "Once more.")).status()).isEqualTo(409);
        var done = awaitStatus(onboarding.id(), Status.DONE);
        assertThat(journal.of(done.id())).filteredOn(entry -> entry.act().name().equals("bank-written-to")).hasSize(1);
        assertThat(person.get(page).text()).contains("Letter sent to");
    }

    /** The mail with the secret lies in the vault, and its copies in the evidence do not show it. */
    private void leavesNoSecretOfItInTheDatabase() throws Exception {
        var search = new SecretSearch();
        bank(BANK).secrets().forEach(secret -> search.secret(secret.kind(), secret.value()));
        assertThat(bank(BANK).secrets()).extracting(secret -> secret.kind()).contains("client-secret");
        DatabaseDump.into(search, database);
        assertThat(search.found()).isEmpty();
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
        var person = person();
        assertThat(person.get("/tasks/" + task.id()).text()).contains("Give it to the onboarding", "href=\"/mails/", "from psd2@tideway.example, not proven");
        worklist.complete(task.id(), new Worklist.Completion(PersonAnswer.AGAIN, Map.of(), null), "user:story");
        assertThat(person.get("/onboardings/" + onboarding.id()).text()).as("also after it was tried again").contains("Give it to the onboarding", "href=\"/mails/");
        assertThat(person.get("/tasks/" + task.id()).text()).contains("Give it to the onboarding");

        bank(BANK).approve();
        assertThat(awaitStatus(onboarding.id(), Status.DONE).registration()).isNotNull();
    }

    @Test
    void keepsAMailThatNobodyWaitsForUntilAPersonFilesOrGivesIt() {
        var onboarding = start(aTpp(), BANK);
        var question = awaitTask(onboarding.id());
        var notice = homeless("What is new at Elsewhere");
        var stray = homeless("We have a question for you");
        var machine = Visitor.withToken(port, token());

        assertThat(machine.get("/api/v1/mails/" + notice).json().get("text").asText()).contains("Nothing much");
        var filed = machine.post("/api/v1/mails/" + notice + "/filing", "{\"note\": \"a newsletter\"}");
        assertThat(filed.json().get("state").asText()).as(filed::toString).isEqualTo("filed");
        assertThat(machine.post("/api/v1/mails/" + notice + "/filing", null).json().get("code").asText()).isEqualTo("mail-settled");
        assertThat(machine.post("/api/v1/mails/" + stray + "/assignment", "{}").status()).isEqualTo(422);

        var person = person();
        assertThat(person.get("/mails").text()).contains("We have a question for you").doesNotContain("What is new at Elsewhere");
        assertThat(person.get("/mails/" + stray).text()).contains("Give it to the onboarding", "The sender is not proven");
        assertThat(person.submit("/mails/" + stray, "/mails/" + stray + "/assignment", Map.of("onboarding", "nobody")).status()).isEqualTo(409);
        assertThat(person.submit("/mails/" + stray, "/mails/" + stray + "/assignment", Map.of("onboarding", onboarding.id())).status()).isEqualTo(302);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(openTasks(onboarding.id())).extracting(task -> task.question())
                .anySatisfy(asked -> assertThat(asked).contains("We have a question for you")));
        assertThat(worklist.find(question.id()).orElseThrow().state()).isEqualTo(Task.State.SUPERSEDED);
    }

    private String homeless(String subject) {
        bank(BANK).letter(Map.of("from", "news@elsewhere.example", "subject", subject, "text", "Nothing much. We have a question."));
        await().atMost(Duration.ofSeconds(20)).until(() -> mails.page(State.HOMELESS, null, null, 50).items().stream()
                .anyMatch(mail -> mail.subject().equals(subject)));
        return mails.page(State.HOMELESS, null, null, 50).items().stream().filter(each -> each.subject().equals(subject)).findFirst().orElseThrow().id();
    }

    private String token() {
        try (var created = tokens.create("mails-" + UUID.randomUUID(), Set.of(Role.OPERATOR), Set.of(), null, "user:story")) {
            return created.reveal(CharSequence::toString);
        }
    }

    private Visitor person() {
        var name = "mails-" + UUID.randomUUID();
        try (var password = Secret.of("a-password-of-this-story")) {
            users.create(name, password, Set.of(Role.OPERATOR));
        }
        return Visitor.signedIn(port, name, "a-password-of-this-story");
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
