package io.portolan.playbook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcNamedBanks implements NamedBanks {

    private final JdbcClient jdbc;

    JdbcNamedBanks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<NamedBank> find(String bank) {
        return jdbc.sql("select * from named_banks where bank = :bank").param("bank", bank).query(JdbcNamedBanks::read).optional();
    }

    @Override
    public List<NamedBank> all() {
        return jdbc.sql("select * from named_banks order by bank").query(JdbcNamedBanks::read).list();
    }

    @Override
    public boolean keep(NewBank bank, String by) {
        return jdbc.sql("""
                insert into named_banks (bank, name, country, portal, named_by) values (:bank, :name, :country, :portal, :by)
                on conflict do nothing""")
                .param("bank", bank.id()).param("name", bank.name()).param("country", bank.country()).param("portal", bank.portal()).param("by", by).update() == 1;
    }

    @Override
    public boolean correct(String bank, long version, NewBank corrected, String by) {
        return jdbc.sql("""
                update named_banks set bank = :id, name = :name, country = :country, portal = :portal, version = version + 1, corrected_by = :by, corrected_at = now()
                where bank = :bank and version = :version""")
                .param("bank", bank).param("version", version).param("id", corrected.id()).param("name", corrected.name()).param("country", corrected.country())
                .param("portal", corrected.portal()).param("by", by).update() == 1;
    }

    @Override
    public boolean remove(String bank) {
        return jdbc.sql("delete from named_banks where bank = :bank").param("bank", bank).update() == 1;
    }

    private static NamedBank read(ResultSet row, int number) throws SQLException {
        var corrected = row.getTimestamp("corrected_at");
        return new NamedBank(new NewBank(row.getString("bank"), row.getString("name"), row.getString("country"), row.getString("portal")), row.getString("named_by"),
                row.getTimestamp("named_at").toInstant(), row.getLong("version"), row.getString("corrected_by"),
                Optional.ofNullable(corrected).map(Timestamp::toInstant).orElse(null));
    }
}
