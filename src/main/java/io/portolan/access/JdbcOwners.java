package io.portolan.access;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is behind an actor: of a token whoever has made it, so that nobody is a second person to themselves. */
@Component
class JdbcOwners {

    private static final String TOKEN = "token:";
    /** A token may be made by one; longer chains than this nobody makes. */
    private static final int DEPTH = 10;

    private final JdbcClient database;

    JdbcOwners(JdbcClient database) {
        this.database = database;
    }

    /** The person, or the machine itself where nobody has made it by hand. */
    String of(String actor) {
        var owner = actor;
        for (var depth = 0; depth < DEPTH && owner.startsWith(TOKEN); depth++) {
            var maker = database.sql("select created_by from api_tokens where name = :name").param("name", owner.substring(TOKEN.length()))
                    .query(String.class).optional().orElse(null);
            if (maker == null || !maker.startsWith(TOKEN) && !maker.startsWith("user:")) {
                return owner;
            }
            owner = maker;
        }
        return owner;
    }
}
