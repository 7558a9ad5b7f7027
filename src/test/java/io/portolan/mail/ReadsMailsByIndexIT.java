package io.portolan.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.TestDatabase;
import io.portolan.filled.FilledDatabase;
import io.portolan.filled.Scans;
import io.portolan.filled.Ways;
import io.portolan.leg.ReceivedMails.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Lists of mails are read by an index, however many mails there are. */
class ReadsMailsByIndexIT {

    private static final DataSource DATABASE = TestDatabase.fresh();
    private static final JdbcMails.Of ALL = new JdbcMails.Of(null, List.of());

    static {
        FilledDatabase.fill(DATABASE, Ways.madeUp(10), new FilledDatabase.Size(400, 50, 5, 5, 2));
    }

    @Test
    void readsNoListWhole() {
        assertThat(Scans.of(DATABASE, client -> {
            var mails = new JdbcMails(client);
            for (var of : List.of(ALL, new JdbcMails.Of("tpp-01", List.of("demo")))) {
                var first = mails.page(null, of, null, 3);
                mails.page(null, of, first.get(2).id(), 3);
                mails.page(State.HOMELESS, of, null, 3);
                mails.count(State.HOMELESS, of);
            }
        })).isEmpty();
    }

    @Test
    void listsEachMailOnceTheNewestFirst() {
        Scans.of(DATABASE, client -> {
            var mails = new JdbcMails(client);
            var whole = mails.page(null, ALL, null, 10_000);
            assertThat(whole).hasSizeGreaterThan(50).isSortedAccordingTo(Comparator.comparing(ArrivedMail::receivedAt).reversed());
            var paged = new ArrayList<ArrivedMail>();
            for (var page = mails.page(null, ALL, null, 20); !page.isEmpty(); page = mails.page(null, ALL, page.get(page.size() - 1).id(), 20)) {
                paged.addAll(page);
            }
            assertThat(paged).isEqualTo(whole);
            assertThat(mails.page(State.READ, ALL, null, 10_000)).isEqualTo(whole.stream().filter(mail -> mail.state() == State.READ).toList());
        });
    }
}
