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
        return jdbc.sql("select name from task_group_members union select candidate_group from tasks where state = 'OPEN'")
                .query(String.class).list();
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
