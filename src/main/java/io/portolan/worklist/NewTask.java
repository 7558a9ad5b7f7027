package io.portolan.worklist;

import java.time.Instant;
import java.util.List;

/** A task as it is opened; it is about what its onboarding is about, and nobody has it yet. */
record NewTask(String id, String onboarding, String leg, Task.Kind kind, String reason, String title, String question, String instructions, String detail,
        List<Long> evidence, String group, String handle, Instant dueAt) { }
