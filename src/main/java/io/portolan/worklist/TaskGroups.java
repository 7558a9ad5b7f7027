package io.portolan.worklist;

import io.portolan.refusal.Refused;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which of our people a task is for, and who belongs to which group; a group is there as soon as somebody names it. */
@Component
public class TaskGroups {

    static final String OPERATIONS = "operations";
    static final String TECHNICAL = "technical";
    static final String LEGAL = "legal";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Set<String> FOR_TECHNICIANS = Set.of("PAGE_CHANGED", "ANSWER_LOST", "SECRET_LOST", "UNEXPECTED_ANSWER",
            "NO_BROWSER", "OUTSIDE_FAULT", "ACCESS_NOT_PROVEN");

    private final JdbcTaskGroups members;

    TaskGroups(JdbcTaskGroups members) {
        this.members = members;
    }

    /** The group for a leg's task where the playbook names none: by the reason, which may be null. */
    static String byReason(String reason) {
        if (reason == null) {
            return OPERATIONS;
        }
        if (FOR_TECHNICIANS.contains(reason)) {
            return TECHNICAL;
        }
        return reason.contains("TERMS") || reason.contains("CONSENT") ? LEGAL : OPERATIONS;
    }

    /** The groups that there are, by name: those that tasks come to by themselves, and those that anybody has named. */
    public List<String> all() {
        var names = new TreeSet<>(Set.of(OPERATIONS, TECHNICAL, LEGAL));
        names.addAll(members.named());
        return List.copyOf(names);
    }

    /** The groups that somebody belongs to. */
    public Set<String> of(String member) {
        return members.of(member);
    }

    /**
     * Says which groups somebody belongs to from now on.
     *
     * @throws Refused with code {@code invalid-values} for what is no name
     */
    @Transactional
    public void join(String member, Set<String> groups) {
        groups.forEach(TaskGroups::check);
        members.put(member, groups);
    }

    static String check(String group) {
        if (!NAME.matcher(group).matches()) {
            throw Refused.invalid("invalid-values", "A group is named by small letters, digits and hyphens, such as operations.",
                    Map.of("group", "small letters, digits and hyphens"));
        }
        return group;
    }
}
