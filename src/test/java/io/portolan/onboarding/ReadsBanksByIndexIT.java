package io.portolan.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.TestDatabase;
import io.portolan.filled.FilledDatabase;
import io.portolan.filled.Scans;
import io.portolan.filled.Ways;
import io.portolan.playbook.Playbooks;
import io.portolan.playbook.Problem;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How we stand with each bank is known without a look at each onboarding. */
class ReadsBanksByIndexIT {

    private static final DataSource DATABASE = TestDatabase.fresh();

    static {
        FilledDatabase.fill(DATABASE, Ways.madeUp(40), new FilledDatabase.Size(400, 50, 5, 5, 2));
    }

    @Test
    void readsNothingWhole() {
        assertThat(Scans.of(DATABASE, client -> new JdbcBankStates(client, new NoPlaybooks()).all())).isEmpty();
    }

    @Test
    void saysTheSameAsALookAtEach() {
        Scans.of(DATABASE, client -> {
            var ended = client.sql("update onboardings set status = 'FAILED', finished_at = now() where bank = 'xx-bank-1' and finished_at is null").update();
            client.sql("update registrations set standing = 'WITHDRAWN' where bank = 'xx-bank-1'").update();
            assertThat(ended).isPositive();
            assertThat(new JdbcBankStates(client, new NoPlaybooks()).all()).isEqualTo(oneByOne(client)).hasSize(40).containsEntry("xx-bank-1", Set.of(BankState.ENDED));
        });
    }

    private static Map<String, Set<BankState>> oneByOne(JdbcClient client) {
        var all = new HashMap<String, Set<BankState>>();
        client.sql("select bank, finished_at is null as runs from onboardings").query(row -> {
            all.computeIfAbsent(row.getString("bank"), none -> EnumSet.noneOf(BankState.class)).add(row.getBoolean("runs") ? BankState.UNDER_WAY : BankState.ENDED);
        });
        client.sql("select bank, standing from registrations where standing in ('ACTIVE', 'SUSPENDED')").query(row -> {
            all.get(row.getString("bank")).add("SUSPENDED".equals(row.getString("standing")) ? BankState.SUSPENDED : BankState.TRIED);
        });
        all.values().stream().filter(states -> states.size() > 1).forEach(states -> states.remove(BankState.ENDED));
        return all;
    }

    /** Without any, each environment counts as one for trying. */
    private static final class NoPlaybooks implements Playbooks {

        @Override
        public Optional<Versioned> current(String bank) {
            return Optional.empty();
        }

        @Override
        public Optional<Versioned> version(String bank, String hash) {
            return Optional.empty();
        }

        @Override
        public List<Versioned> all() {
            return List.of();
        }

        @Override
        public List<Problem> problems() {
            return List.of();
        }

        @Override
        public Reloaded reload() {
            throw new UnsupportedOperationException();
        }
    }
}
