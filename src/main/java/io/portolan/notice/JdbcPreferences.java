package io.portolan.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of what our people wish to be told of. */
@Component
class JdbcPreferences {

    private final JdbcClient jdbc;

    JdbcPreferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How far events were looked through for somebody, and the day of their last digest, or null. */
    record Standing(NoticePreferences wished, long position, LocalDate lastDigest) { }

    Optional<NoticePreferences> find(String user) {
        return jdbc.sql("select * from notice_preferences where name = :name").param("name", user).query((row, number) -> wished(row)).optional();
    }

    /** The addresses there are, by user. */
    Map<String, String> addresses() {
        var addresses = new TreeMap<String, String>();
        jdbc.sql("select name, address from notice_preferences where address is not null").query(row -> {
            addresses.put(row.getString("name"), row.getString("address"));
        });
        return addresses;
    }

    /** Those who want anything. */
    List<Standing> wanting() {
        return jdbc.sql("select * from notice_preferences where address is not null and (at_once <> '{}' or daily <> '{}') order by name")
                .query((row, number) -> new Standing(wished(row), row.getLong("position"), row.getObject("last_digest", LocalDate.class))).list();
    }

    /** Whoever wanted nothing hears only of what happens from now on. */
    void save(NoticePreferences wished, long head) {
        jdbc.sql("""
                insert into notice_preferences (name, address, at_once, daily, hour, zone, position) values (:name, :address, :once, :daily, :hour, :zone, :head)
                on conflict (name) do update set address = excluded.address, at_once = excluded.at_once, daily = excluded.daily, hour = excluded.hour, zone = excluded.zone,
                    position = case when notice_preferences.address is null or notice_preferences.at_once || notice_preferences.daily = '{}' then excluded.position
                                    else notice_preferences.position end""")
                .param("name", wished.user()).param("address", wished.address()).param("once", words(wished.atOnce())).param("daily", words(wished.daily()))
                .param("hour", wished.hour()).param("zone", wished.zone().getId()).param("head", head).update();
    }

    /** Says up to where events were looked through; false where it was done by another. */
    boolean moved(String user, long from, long to) {
        return jdbc.sql("update notice_preferences set position = :to where name = :name and position = :from").param("name", user).param("from", from).param("to", to).update() == 1;
    }

    boolean digested(String user, LocalDate day) {
        return jdbc.sql("update notice_preferences set last_digest = :day where name = :name and (last_digest is null or last_digest < :day)").param("name", user)
                .param("day", day).update() == 1;
    }

    private static String[] words(Set<EventType> types) {
        return types.stream().map(EventType::word).sorted().toArray(String[]::new);
    }

    private static NoticePreferences wished(ResultSet row) throws SQLException {
        return new NoticePreferences(row.getString("name"), row.getString("address"), types(row, "at_once"), types(row, "daily"), row.getInt("hour"), ZoneId.of(row.getString("zone")));
    }

    private static Set<EventType> types(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray()).flatMap(word -> EventType.of(word).stream()).collect(Collectors.toSet());
    }
}
