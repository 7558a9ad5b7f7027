package io.portolan.playbook;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What came of reading a file: the playbook, or everything that is wrong with it in the order of its lines. */
public record Reading(Optional<Playbook> playbook, List<Problem> problems) {

    /**
     * The playbook.
     *
     * @throws IllegalArgumentException naming every problem, where there are any
     */
    public Playbook orThrow() {
        return playbook.orElseThrow(() -> new IllegalArgumentException(
                problems.stream().map(Problem::toString).collect(Collectors.joining("\n"))));
    }
}
