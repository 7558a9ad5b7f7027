package io.portolan.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.TestDatabase;
import io.portolan.access.Actor;
import io.portolan.access.Role;
import io.portolan.database.Leases;
import io.portolan.journal.InMemoryJournal;
import io.portolan.mail.HouseMail;
import io.portolan.refusal.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Our people are told by mail of what they want and may hear of, once, whatever the mail server does. */
class NoticeMailsIT {

    private final DataSource database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final JdbcTransactionManager transactions = new JdbcTransactionManager(database);
    private final MovingClock clock = new MovingClock();
    private final NoticeSettings settings = new NoticeSettings(Period.ofDays(30), Duration.ofMillis(10), List.of(30), 10, 10, Duration.ofMinutes(1), Duration.ofSeconds(1), 10, 50, List.of(), null,
            "https://portolan.example/");
    private final JdbcEvents table = new JdbcEvents(jdbc, clock);
    private final EventFeed feed = new EventFeed(table, settings);
    private final InMemoryJournal journal = new InMemoryJournal();
    private final JdbcPreferences preferenceTable = new JdbcPreferences(jdbc);
    private final JdbcNoticeMails mailTable = new JdbcNoticeMails(jdbc, clock);
    private final Preferences preferences = new Preferences(preferenceTable, mailTable, feed, journal);
    private final Map<String, Actor> known = new HashMap<>(Map.of("ada", new Actor("user:ada", Set.of(Role.OPERATOR))));
    private final GatherNotices gather = new GatherNotices(preferenceTable, mailTable, feed, user -> Optional.ofNullable(known.get(user)), settings, always(), transactions, clock);
    private final List<String> arrived = new ArrayList<>();
    private HouseMail.Sent answer = new HouseMail.Sent(true, false, null);
    private final SendNotices send = new SendNotices(mailTable, (mailbox, id, to, subject, text) -> {
        arrived.add(to + "\n" + subject + "\n" + text);
        return answer;
    }, journal, settings, always(), transactions, clock);

    @Test
    void tellsAtOnceOfWhatIsWantedAndNothingElse() {
        tell("task-opened", "before", "tpp");
        feed.look();
        wish(List.of("task-opened"), List.of());
        tell("task-opened", "one", "tpp");
        tell("task-finished", "other", "tpp");
        turn();
        turn();

        assertThat(arrived).hasSize(1);
        assertThat(arrived.get(0)).startsWith("ada@tpp.example\nPortolan: A task was opened: one (xx-quay, tpp)\n").contains("https://portolan.example/tasks/one", "https://portolan.example/access/notices")
                .doesNotContain("before", "other");
        assertThat(preferences.mails("ada")).extracting(NoticeMail::state).containsExactly(NoticeMail.State.SENT);
        assertThat(journal.of("portolan")).extracting(entry -> entry.act().name()).containsExactly("notices-changed", "notice-mailed");
    }

    @Test
    void mailsADecisionToWhoeverHasAskedAndThatSomebodyIsWantedToTheOthers() {
        known.put("ada", new Actor("user:ada", Set.of(Role.APPROVER)));
        wish(List.of("approval-wanted", "approval-decided"), List.of());
        ask("mine", "user:ada");
        ask("theirs", "user:bob");
        turn();
        jdbc.sql("update approvals set state = case id when 'mine' then 'APPROVED' else 'DECLINED' end").update();
        turn();
        jdbc.sql("update approvals set state = 'DONE' where id = 'mine'").update();
        turn();

        assertThat(arrived).hasSize(2);
        assertThat(arrived.get(0)).contains("A second person is asked to agree: Show theirs (tpp)", "https://portolan.example/approvals/theirs").doesNotContain("mine");
        assertThat(arrived.get(1)).contains("A second person has agreed: Show mine (tpp)", "https://portolan.example/approvals/mine").doesNotContain("theirs");
    }

    private void ask(String id, String by) {
        jdbc.sql("""
                insert into approvals (id, deed, act, object, parameters, tpp, chain, title, consequence, facts, version, digest, reason, requested_by, requested_for, requested_at, state,
                    expires_at, by_itself) values (:id, 'show', 'REVEAL', :id, '{}', 'tpp', 'portolan', 'Show ' || :id, '', '[]', '', '', 'So.', :by, :by, now(), 'WAITING', now(), false)""")
                .param("id", id).param("by", by).update();
    }

    @Test
    void writesADigestOnceADayAtItsHourAndNoneWhereThereIsNothing() {
        wish(List.of(), List.of("rejected", "failed"));
        clock.at("2026-11-23T06:59:00Z");
        tell("rejected", "one", "tpp");
        tell("failed", "two", "tpp");
        turn();
        assertThat(arrived).as("it is 7:59 in Brussels").isEmpty();
        clock.at("2026-11-23T07:01:00Z");
        turn();
        assertThat(arrived).hasSize(1);
        assertThat(arrived.get(0)).contains("Portolan: 2 notices of the day", "A bank has rejected", "An onboarding has failed");
        tell("rejected", "three", "tpp");
        clock.at("2026-11-23T20:00:00Z");
        turn();
        assertThat(arrived).as("one a day").hasSize(1);
        clock.at("2026-11-24T07:01:00Z");
        turn();
        assertThat(arrived).hasSize(2);
        clock.at("2026-11-25T07:01:00Z");
        turn();
        assertThat(arrived).as("nothing has happened").hasSize(2);
    }

    @Test
    void tellsNobodyOfWhatTheyMayNotHearOf() {
        known.put("ada", new Actor("user:ada", Set.of(Role.OPERATOR), Set.of("ours")));
        wish(List.of("task-opened", "token-expiry-near", "mail-arrived"), List.of());
        tell("task-opened", "ours", "ours");
        tell("task-opened", "theirs", "theirs");
        tell("token-expiry-near", "a-token", null);
        tell("mail-arrived", "of-nobody", null);
        turn();
        assertThat(arrived).hasSize(1);
        assertThat(arrived.get(0)).contains("/tasks/ours").doesNotContain("theirs", "a-token", "of-nobody");

        known.clear();
        tell("task-opened", "later", "ours");
        turn();
        assertThat(arrived).as("who may not sign in hears nothing").hasSize(1);
    }

    @Test
    void losesNothingWhileTheMailServerIsAway() {
        wish(List.of("task-opened"), List.of());
        answer = new HouseMail.Sent(false, false, "The mail server does not answer.");
        tell("task-opened", "one", "tpp");
        turn();
        assertThat(preferences.mails("ada").get(0)).matches(mail -> mail.state() == NoticeMail.State.WAITING && mail.tries() == 1 && mail.note().contains("does not answer"));
        turn();
        assertThat(arrived).as("not before its time").hasSize(1);
        answer = new HouseMail.Sent(true, false, null);
        clock.on(Duration.ofMinutes(5));
        turn();
        assertThat(preferences.mails("ada").get(0)).matches(mail -> mail.state() == NoticeMail.State.SENT && mail.tries() == 2);

        answer = new HouseMail.Sent(false, true, "550 no such user");
        tell("task-opened", "two", "tpp");
        turn();
        assertThat(preferences.mails("ada").get(0).state()).isEqualTo(NoticeMail.State.DEAD);
        assertThat(journal.of("portolan")).extracting(entry -> entry.act().name()).contains("notice-not-mailed");
    }

    @Test
    void refusesWishesThatCannotBe() {
        for (var address : List.of("ada", "ada@tpp", "ada@tpp.example, eve@tpp.example", "ada@tpp.example\nBcc: eve@tpp.example", "Ada <ada@tpp.example>", "a b@tpp.example", "x".repeat(250) + "@tpp.example")) {
            assertThat(wrong(new NoticeWish(address, List.of("failed"), null, null, null))).as(address).containsKey("address");
        }
        assertThat(wrong(new NoticeWish(null, List.of("failed"), List.of(), null, null))).containsKey("address");
        assertThat(wrong(new NoticeWish("ada@tpp.example", List.of("nonsense"), List.of("failed"), 24, "Atlantis"))).containsKeys("atOnce", "hour", "zone");
        assertThat(wrong(new NoticeWish("ada@tpp.example", List.of("failed"), List.of("failed"), null, null))).containsKey("daily");
        assertThat(preferences.set("ada", new NoticeWish("ada@tpp.example", List.of(), List.of("failed"), 7, "Europe/Berlin"), "user:ada")).isEqualTo(preferences.of("ada"))
                .isEqualTo(new NoticePreferences("ada", "ada@tpp.example", Set.of(), Set.of(EventType.FAILED), 7, ZoneId.of("Europe/Berlin")));
    }

    private Map<String, String> wrong(NoticeWish wish) {
        var about = new HashMap<String, String>();
        assertThatThrownBy(() -> preferences.set("ada", wish, "user:ada")).isInstanceOfSatisfying(Refused.class, refused -> about.putAll(refused.about()));
        return about;
    }

    private void wish(List<String> atOnce, List<String> daily) {
        preferences.set("ada", new NoticeWish("ada@tpp.example", atOnce, daily, null, null), "user:ada");
    }

    private void turn() {
        feed.look();
        gather.gatherAll();
        send.sendAll();
    }

    private void tell(String type, String subject, String tpp) {
        jdbc.sql("select event_tell(:type, case when :type like 'task%' then 'task' else 'onboarding' end, :subject, :tpp, 'xx-quay', null, null, null, 'open', :subject)")
                .param("type", type).param("subject", subject).param("tpp", tpp).query((row, number) -> number).list();
    }

    private static Leases always() {
        return new Leases() {
            @Override
            public boolean hold(String job, Duration length) {
                return true;
            }

            @Override
            public void release(String job) {
            }
        };
    }

    /** A clock that stands where the test has put it. */
    private static final class MovingClock extends Clock {

        private Instant now = Instant.parse("2026-11-22T23:30:00Z");

        void at(String moment) {
            now = Instant.parse(moment);
        }

        void on(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
