package io.portolan.worklist;

import io.portolan.onboarding.PersonAnswer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The list of what only people can do. */
public class Worklist {

    /** What to look for; what is null fits all. */
    public record Filter(String onboarding, String assignee, Task.State state) { }

    /** A page and the cursor of the next one, or null. */
    public record Page(List<Task> items, String next) { }

    /** What a person says; a value of a secret field is wiped when it is in the vault. */
    public record Completion(PersonAnswer outcome, Map<String, String> values, String note) { }

    /** The task of this id. */
    public Optional<Task> find(String id) {
        throw new UnsupportedOperationException();
    }

    /** A page of them, oldest first, from the cursor on. */
    public Page page(Filter filter, String cursor, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Takes a task for oneself; taking one over from somebody else is journalled. */
    public Task claim(String id, String user) {
        throw new UnsupportedOperationException();
    }

    /** Gives a task back. */
    public Task release(String id, String user) {
        throw new UnsupportedOperationException();
    }

    /**
     * Completes a task and carries the onboarding on.
     *
     * @throws io.portolan.refusal.Refused with codes {@code unknown-task}, {@code task-already-completed}, {@code task-superseded},
     *         {@code outcome-not-offered}, {@code missing-values}, {@code invalid-values}, {@code unknown-values}
     */
    public Task complete(String id, Completion completion, String user) {
        throw new UnsupportedOperationException();
    }
}
