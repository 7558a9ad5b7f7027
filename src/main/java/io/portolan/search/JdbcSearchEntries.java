package io.portolan.search;

import io.portolan.database.Timestamps;
import io.portolan.database.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The entries that triggers keep of what may be found. */
@Component
class JdbcSearchEntries {

    /** So many are sorted soon; words that more entries have are looked for among the newest. */
    private static final int FEW = 1500;
    /** So the planner says how many rows it expects. */
    private static final Pattern EXPECTED = Pattern.compile("rows=(\\d+)");
    private static final int NEWEST = 2000;
    private static final String STATE = """
            case kind when 'ONBOARDING' then (select status from onboardings where id = found.id) when 'TASK' then (select state from tasks where id = found.id)
                      when 'REGISTRATION' then (select standing from registrations where id = found.id) end as state
            """;
    /** By the index of words alone: where the planner knew how common they are it would read the table. */
    private static final String BY_WORDS = """
            with matched as materialized (select kind, id, tpp, bank, title, note, at from search_entries where words @@ (select cast(:query as tsquery)) limit :few)
            select found.*, %s from (select matched.*, row_number() over (partition by kind order by id = :exact desc, at desc, id) as place, count(*) over () as number from matched) found
            where place <= :each order by kind, place""".formatted(STATE);
    private static final String AMONG_NEWEST = """
            select found.*, %s from unnest(cast(:kinds as text[])) as wanted(wanted) cross join lateral (
                select kind, id, tpp, bank, title, note, at from (select * from search_entries where kind = wanted order by at desc, id limit :newest) newest
                where words @@ (select cast(:query as tsquery)) limit :each) found""".formatted(STATE);

    private final JdbcClient database;

    JdbcSearchEntries(JdbcClient database) {
        this.database = database;
    }

    /** What the index has found; {@code isAll} where there may be no more than was looked at. */
    record Entries(List<Hit> hits, boolean isAll) { }

    private record Row(Hit hit, long number) { }

    /** At most so many of each kind, the newest first, but for the one whose id is exactly this. */
    Entries find(String words, Set<Kind> kinds, String exact, int each) {
        var query = of(words, kinds);
        var newest = isCommon(query) ? amongNewest(query, kinds, each) : List.<Hit>of();
        if (newest.size() >= each) {
            return new Entries(newest, false);
        }
        var rows = database.sql(BY_WORDS).param("query", query).param("few", FEW).param("exact", exact).param("each", each)
                .query((row, n) -> new Row(hit(row), row.getLong("number"))).list();
        if (rows.isEmpty() || rows.get(0).number() < FEW) {
            return new Entries(rows.stream().map(Row::hit).toList(), true);
        }
        var hits = Stream.concat((newest.isEmpty() ? amongNewest(query, kinds, each) : newest).stream(), rows.stream().map(Row::hit)).toList();
        return new Entries(kinds.stream().flatMap(kind -> hits.stream().filter(hit -> hit.kind() == kind).distinct().limit(each)).toList(), false);
    }

    /**
     * An index has to gather all entries of a word before it gives the first, so that common ones are looked for elsewhere first. It is a guess: the beginning of a word that
     * hardly anything has passes for a common one where the table is large.
     */
    private boolean isCommon(String query) {
        var plan = database.sql("explain select from search_entries where words @@ cast(:query as tsquery)").param("query", query).query(String.class).list().get(0);
        var rows = EXPECTED.matcher(plan);
        return rows.find() && Long.parseLong(rows.group(1)) > FEW;
    }

    private List<Hit> amongNewest(String query, Set<Kind> kinds, int each) {
        return database.sql(AMONG_NEWEST).param("query", query).param("kinds", kinds.stream().map(Enum::name).toArray(String[]::new)).param("newest", NEWEST)
                .param("each", each).query((row, n) -> hit(row)).list();
    }

    /** The ids of the TPPs that are called so, as far as they are few. */
    List<String> tpps(String words, int most) {
        return database.sql("with tpps as materialized (select id, words from search_entries where kind = 'TPP') select id from tpps where words @@ cast(:query as tsquery) limit :most").param("query", words)
                .param("most", most).query(String.class).list();
    }

    /** A query for what is of these kinds; what somebody is limited to is all that the table holds for them. */
    private static String of(String words, Set<Kind> kinds) {
        return "(" + words + ") & " + any(kinds.stream().map(kind -> " kind:" + kind).toList());
    }

    private static String any(Collection<String> marks) {
        return marks.stream().map(Words::quoted).collect(Collectors.joining(" | ", "(", ")"));
    }

    private static Hit hit(ResultSet row) throws SQLException {
        return new Hit(Kind.valueOf(row.getString("kind")), row.getString("id"), row.getString("tpp"), row.getString("bank"), row.getString("title"), row.getString("note"),
                row.getString("state"), Timestamps.read(row, "at"));
    }
}
