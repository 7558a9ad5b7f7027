package io.portolan.access;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is behind an actor: of a token whoever has made it, person or machine, so that nobody is a second person to themselves. */
@Component
class JdbcOwners {

    private static final String TOKEN = "token:";
    /** Made from settings, at which nobody in particular is behind it. */
    private static final String PORTOLAN = "portolan";

    private final JdbcClient database;

    JdbcOwners(JdbcClient database) {
        this.database = database;
    }

    /** Whoever has made it by hand, however many tokens lie between; else the actor, or the first token, itself. */
    String of(String actor) {
        if (!actor.startsWith(TOKEN)) {
            return actor;
        }
        return database.sql("""
                with recursive makers (name, maker, depth) as (
                    select name, created_by, 1 from api_tokens where name = :name
                    union all select t.name, t.created_by, m.depth + 1 from makers m join api_tokens t on m.maker = 'token:' || t.name)
                select case when maker = :portolan then 'token:' || name else maker end from makers order by depth desc limit 1
                """).param("name", actor.substring(TOKEN.length())).param("portolan", PORTOLAN).query(String.class).optional().orElse(actor);
    }
}
