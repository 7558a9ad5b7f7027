package io.portolan.playbook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcNamedBanks implements NamedBanks {

    private static final String SELECT = "select bank, name, country, portal, named_by, named_at from named_banks ";

    private final JdbcClient jdbc;

    JdbcNamedBanks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<KnownBank> find(String bank) {
        return jdbc.sql(SELECT + "where bank = :bank").param("bank", bank).query(JdbcNamedBanks::read).optional();
    }

    @Override
    public List<KnownBank> all() {
        return jdbc.sql(SELECT + "order by bank").query(JdbcNamedBanks::read).list();
    }

    @Override
    public boolean keep(String bank, String name, String country, String portal, String by) {
        return jdbc.sql("""
                insert into named_banks (bank, name, country, portal, named_by) values (:bank, :name, :country, :portal, :by)
                on conflict do nothing""")
                .param("bank", bank).param("name", name).param("country", country).param("portal", portal).param("by", by).update() == 1;
    }

    private static KnownBank read(ResultSet row, int number) throws SQLException {
        var day = row.getTimestamp("named_at").toInstant().atZone(ZoneOffset.UTC).toLocalDate();
        var said = new HashMap<String, Object>();
        said.put("bank", row.getString("bank"));
        said.put("name", row.getString("name"));
        said.put("countries", List.of(row.getString("country")));
        said.put("portal", row.getString("portal"));
        said.put("registration", new KnownBank.Way(List.of(), List.of(), List.of(), List.of()));
        said.put("missing", List.of("All but its name: nobody here has read yet how one registers at this bank."));
        said.put("sources", List.of("named by " + row.getString("named_by") + " on " + day));
        said.put("checkedOn", day);
        said.put("confidence", Playbook.Confidence.BY_HAND_UNVERIFIED);
        return Records.of(KnownBank.class, said);
    }
}
