package io.portolan.worklist;

import io.portolan.database.Timestamps;
import io.portolan.database.Words;
import java.time.Clock;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What of tasks is asked for, and nothing of what is not, so that an index serves it. */
record JdbcTaskConditions(Worklist.Filter filter) {

    private static final String PUT_OFF = "follow_up_at > :now";

    static JdbcTaskConditions of(Worklist.Filter filter) {
        return new JdbcTaskConditions(filter);
    }

    /** The conditions, each with an "and" before it. The state is written out: an index of open tasks is not used for a parameter. */
    String sql() {
        return (filter.state() == null ? "" : " and state = '" + filter.state().name() + "'") + wanted(filter.onboarding() != null, "onboarding = :onboarding")
                + wanted(filter.assignee() != null, "assignee = :assignee") + groups() + wanted(filter.unassigned(), "assignee is null")
                + wanted(filter.overdue(), "due_at < :now") + wanted(filter.where().bank() != null, "bank = :bank")
                + wanted(filter.where().tpp() != null, "tpp = :tpp") + wanted(filter.where().kind() != null, "environment_kind = :kind")
                + wanted(filter.text() != null && Words.all(filter.text()) != null, "words @@ cast(:words as tsquery)")
                + switch (filter.followUp()) {
                    case ANY -> "";
                    case NOW -> " and (follow_up_at is null or follow_up_at <= :now)";
                    case LATER -> " and " + PUT_OFF;
                };
    }

    private String groups() {
        return filter.groups() == null ? "" : filter.groups().size() == 1 ? " and candidate_group = :group" : " and candidate_group = any(:groups)";
    }

    private static String wanted(boolean is, String condition) {
        return is ? " and " + condition : "";
    }

    /** The statement with the values that the conditions name. */
    JdbcClient.StatementSpec on(JdbcClient.StatementSpec statement, Clock clock) {
        return statement.param("onboarding", filter.onboarding()).param("assignee", filter.assignee())
                .param("group", filter.groups() != null && filter.groups().size() == 1 ? filter.groups().iterator().next() : null)
                .param("groups", filter.groups() == null ? null : filter.groups().toArray(String[]::new)).param("bank", filter.where().bank()).param("tpp", filter.where().tpp())
                .param("kind", filter.where().kind() == null ? null : filter.where().kind().name().toLowerCase(Locale.ROOT))
                .param("words", filter.text() == null ? null : Words.all(filter.text())).param("now", Timestamps.now(clock));
    }
}
