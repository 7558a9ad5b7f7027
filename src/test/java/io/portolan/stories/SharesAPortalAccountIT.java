package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.account.PortalAccounts;
import io.portolan.journal.Entry;
import io.portolan.journal.Journal;
import io.portolan.leg.LegState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two banks of a group at one portal: one account, one browser at a time, and a sign-up that waits for its mail. */
class SharesAPortalAccountIT extends HarbourStory {

    @Autowired PortalAccounts accounts;
    @Autowired Journal journal;
    @Autowired JdbcClient database;

    @AfterEach
    void calmTheBank() {
        BANK.control().calm();
    }

    @Test
    void signsUpOnceForTwoBanksAndLetsOnlyOneOfThemInAtATime() {
        BANK.control().mischief("mailDelay", 2500);
        var tpp = aTpp();
        var ids = Stream.of("xx-pilot-north", "xx-pilot-south").map(bank -> start(tpp, bank).id()).toList();

        var atOnce = new AtomicInteger();
        await().atMost(Duration.ofSeconds(240)).pollInterval(Duration.ofMillis(20)).untilAsserted(() -> {
            atOnce.accumulateAndGet(database.sql("select count(*) from legs where holder is not null and portal_account like :tpp").param("tpp", tpp + "/%")
                    .query(Integer.class).single(), Math::max);
            ids.forEach(id -> assertThat(onboardings.legs(id)).as(() -> describe(id) + acts(id) + mails())
                    .anyMatch(leg -> leg.id().equals("enter") && leg.state() == LegState.DONE));
        });

        assertThat(atOnce).hasValue(1);
        assertThat(BANK.control().counts().accounts()).isEqualTo(1);
        assertThat(accounts.of(tpp)).singleElement().satisfies(account -> {
            assertThat(account.portal()).isEqualTo("pilot-developer");
            assertThat(account.lastLogIn()).isNotNull();
        });
        assertThat(ids.stream().flatMap(id -> acts(id).stream()).toList()).containsOnlyOnce("portal-account-made", "intended");
    }

    private List<String> mails() {
        return database.sql("select concat_ws(' ', subject, state, onboarding, received_at) from mails where mailbox = 'demo' order by received_at")
                .query(String.class).list();
    }

    private List<String> acts(String id) {
        return journal.of(id).stream().map(Entry::act).map(act -> act.name()).toList();
    }
}
