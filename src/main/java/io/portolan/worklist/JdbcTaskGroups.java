package io.portolan.worklist;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcTaskGroups {

    private final JdbcClient jdbc;

    JdbcTaskGroups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<String> named() {
        return jdbc.sql("""
                with recursive open(name) as (
                    (select candidate_group from tasks where state = 'OPEN' order by candidate_group limit 1)
                    union all select (select candidate_group from tasks where state = 'OPEN' and candidate_group > open.name order by candidate_group limit 1)
                    from open where open.name is not null)
                select name from task_group_members union select name from open where name is not null""").query(String.class).list();
    }

    Set<String> of(String member) {
        return jdbc.sql("select name from task_group_members where member = :member").param("member", member).query(String.class).set();
    }

    void put(String member, Set<String> groups) {
        jdbc.sql("delete from task_group_members where member = :member").param("member", member).update();
        groups.forEach(group -> jdbc.sql("insert into task_group_members (name, member) values (:name, :member)")
                .param("name", group).param("member", member).update());
    }
}
