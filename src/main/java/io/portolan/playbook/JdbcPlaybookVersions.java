package io.portolan.playbook;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcPlaybookVersions implements PlaybookVersions {

    private final JdbcClient jdbc;

    JdbcPlaybookVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void use(String bank, Kept version) {
        jdbc.sql("""
                insert into playbook_versions (bank, hash, source, content)
                values (:bank, :hash, :source, :content)
                on conflict (bank, hash) do update set source = excluded.source, last_used_at = clock_timestamp()""")
                .param("bank", bank).param("hash", version.hash()).param("source", version.source())
                .param("content", version.content()).update();
    }

    @Override
    public Optional<Kept> find(String bank, String hash) {
        return jdbc.sql("select hash, source, content from playbook_versions where bank = :bank and hash = :hash")
                .param("bank", bank).param("hash", hash).query(Kept.class).optional();
    }

    @Override
    public List<PlaybookTexts.Version> all(String bank) {
        return jdbc.sql("select hash, source, last_used_at from playbook_versions where bank = :bank order by last_used_at desc, hash").param("bank", bank)
                .query((row, number) -> new PlaybookTexts.Version(row.getString("hash"), row.getString("source"), row.getTimestamp("last_used_at").toInstant())).list();
    }

    @Override
    public Optional<Kept> last(String bank) {
        return jdbc.sql("""
                select hash, source, content from playbook_versions where bank = :bank
                order by last_used_at desc limit 1""")
                .param("bank", bank).query(Kept.class).optional();
    }
}
