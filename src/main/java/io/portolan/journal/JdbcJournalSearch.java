package io.portolan.journal;

import io.portolan.database.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The search in PostgreSQL, each way of which has an index that gives the newest first or finds the words. */
@Component
class JdbcJournalSearch implements JournalSearch {

    private static final int AT_ONCE = 500;
    /** To what a chain belongs is looked up for each line that is shown; "exists" would have all onboardings read for it. */
    private static final String LINES = """
            select chain, position, at, actor, name, leg, means, detail, evidence, hash,
                   case when chain = 'portolan' then 'HOUSE' when chain like 'tpp:%%' then 'TPP'
                        else coalesce((select 'ONBOARDING' from onboardings o where o.id = chain),
                                      (select 'REGISTRATION' from registrations r where r.id = chain), 'OTHER') end as about,
                   coalesce((select p.hash from journal_entries p where (p.chain, p.position) = (e.chain, e.position - 1)), '') as previous,
                   array(select v.sha256 from unnest(e.evidence) with ordinality as given(id, place) join evidence v on v.id = given.id
                          order by given.place) as hashes
              from %s e where true""";
    private static final String NEWEST_FIRST = " order by at desc, chain desc, position desc";
    /** So many are sorted quickly; words that more entries have are found soon from the newest on. */
    private static final int FEW = 10_000;
    private static final String IN_WORDS = " to_tsvector('simple', left(coalesce(detail, ''), 20000)) @@ cast(:words as tsquery)";
    /** Every word that was typed, by its beginning. */
    private static final String TYPED = """
            select coalesce(string_agg('''' || replace(replace(word, '\\', '\\\\'), '''', '''''') || ''':*', ' & '), '')
              from unnest(tsvector_to_array(to_tsvector('simple', :words))) as word
            """;
    /** Goes from one name to the next in the index, since all entries would be too many to look at. */
    private static final String ACTS = """
            with recursive acts(name) as (
                (select name from journal_entries order by name limit 1)
                union all
                select (select e.name from journal_entries e where e.name > acts.name order by e.name limit 1) from acts where acts.name is not null)
            select name from acts where name is not null
            """;
    private static final Map<About, String> ABOUT = Map.of(About.HOUSE, " and chain = 'portolan'", About.TPP, " and chain like 'tpp:%'",
            About.ONBOARDING, " and exists (select from onboardings o where o.id = chain)",
            About.REGISTRATION, " and exists (select from registrations r where r.id = chain)",
            About.OTHER, " and chain <> 'portolan' and chain not like 'tpp:%' and not exists (select from onboardings o where o.id = chain)"
                    + " and not exists (select from registrations r where r.id = chain)");

    private final JdbcClient database;
    private final JdbcClient inPieces;
    private final TransactionTemplate snapshot;

    JdbcJournalSearch(DataSource source, PlatformTransactionManager transactions) {
        this.database = JdbcClient.create(source);
        var template = new JdbcTemplate(source);
        template.setFetchSize(AT_ONCE);
        this.inPieces = JdbcClient.create(template);
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    @Override
    public Page page(Query query, String cursor, int limit) {
        var place = JournalPlace.read(cursor);
        return snapshot.execute(status -> page(new Wanted(query), place, limit));
    }

    private Page page(Wanted wanted, JournalPlace place, int limit) {
        if (wanted.isNothing) {
            return new Page(List.of(), null);
        }
        if (place != null) {
            wanted.and(" and (at, chain, position) < (:placeAt, :placeChain, :placePosition)", Map.of("placeAt", Timestamps.of(place.at()),
                    "placeChain", place.chain(), "placePosition", place.position()));
        }
        var lines = database.sql(wanted.lines() + NEWEST_FIRST + " limit :limit").params(wanted.values).param("limit", limit + 1)
                .query((row, n) -> line(row)).list();
        return lines.size() <= limit ? new Page(lines, null)
                : new Page(List.copyOf(lines.subList(0, limit)), JournalPlace.of(lines.get(limit - 1).entry()).written());
    }

    @Override
    public void each(Query query, Consumer<Line> taken) {
        snapshot.executeWithoutResult(status -> {
            var wanted = new Wanted(query);
            if (!wanted.isNothing) {
                inPieces.sql(wanted.lines() + NEWEST_FIRST).params(wanted.values)
                        .query(row -> {
                            taken.accept(line(row));
                        });
            }
        });
    }

    @Override
    public List<String> acts() {
        return database.sql(ACTS).query(String.class).list();
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(JdbcJournal.entry(row), About.valueOf(row.getString("about")), row.getString("previous"),
                List.of((String[]) row.getArray("hashes").getArray()));
    }

    /** The conditions of a query and their values; nothing fits words without a letter or digit. */
    private final class Wanted {

        private final StringBuilder conditions = new StringBuilder();
        private final Map<String, Object> values = new HashMap<>();
        private boolean isNothing;
        private boolean isFew;

        Wanted(Query query) {
            given(" and at >= :from", "from", Timestamps.of(query.from()));
            given(" and at < :before", "before", Timestamps.of(query.before()));
            given(" and actor = any(:actors)", "actors", query.actor() == null ? null : actors(query.actor()));
            given(" and name = :act", "act", query.act());
            given(" and chain = :chain", "chain", query.chain());
            conditions.append(query.about() == null ? "" : ABOUT.get(query.about()));
            if (query.words() != null) {
                var typed = database.sql(TYPED).param("words", query.words()).query(String.class).single();
                isNothing = typed.isEmpty();
                values.put("words", typed);
                isFew = !isNothing && few(typed);
                conditions.append(isFew ? "" : " and" + IN_WORDS);
            }
        }

        /** PostgreSQL guesses badly how many entries have a word, and would look through all of them for one that nobody has used. */
        private boolean few(String typed) {
            database.sql("select set_config('enable_seqscan', 'off', true)").query(String.class).single();
            return database.sql("select count(*) from (select from journal_entries where" + IN_WORDS + " limit " + (FEW + 1) + ") as found")
                    .param("words", typed).query(Long.class).single() <= FEW;
        }

        String lines() {
            return (isFew ? "with found as materialized (select * from journal_entries where" + IN_WORDS + ") " : "")
                    + LINES.formatted(isFew ? "found" : "journal_entries") + conditions;
        }

        private void given(String condition, String name, Object value) {
            if (value != null) {
                and(condition, Map.of(name, value));
            }
        }

        void and(String condition, Map<String, ?> with) {
            conditions.append(condition);
            values.putAll(with);
        }

        private String[] actors(String said) {
            var names = new ArrayList<>(List.of(said));
            if (said.indexOf(':') < 0) {
                names.addAll(List.of("user:" + said, "token:" + said, "client:" + said));
            }
            return names.toArray(String[]::new);
        }
    }
}
