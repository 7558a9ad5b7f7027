package io.portolan.adoption;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose files are in the vault to be taken in. */
@Component
class JdbcAdoptionFiles {

    private final JdbcClient jdbc;

    JdbcAdoptionFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String id, String actor, OffsetDateTime at) {
        jdbc.sql("insert into adoption_files (id, actor, at) values (:id, :actor, :at)").param("id", id).param("actor", actor).param("at", at).update();
    }

    boolean isOf(String id, String actor) {
        return jdbc.sql("select exists (select from adoption_files where id = :id and actor = :actor)").param("id", id).param("actor", actor)
                .query(Boolean.class).single();
    }

    void remove(String id) {
        jdbc.sql("delete from adoption_files where id = :id").param("id", id).update();
    }

    List<String> before(OffsetDateTime moment) {
        return jdbc.sql("select id from adoption_files where at < :moment").param("moment", moment).query(String.class).list();
    }
}
