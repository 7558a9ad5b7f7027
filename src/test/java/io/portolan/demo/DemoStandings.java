package io.portolan.demo;

import io.portolan.onboarding.Onboarding;
import io.portolan.onboarding.Onboardings;
import io.portolan.worklist.Task;
import io.portolan.worklist.Worklist;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Which onboardings are live, which wait for the bank, and which for a person, with the address of each task. */
class DemoStandings {

    private final Onboardings onboardings;
    private final Worklist worklist;
    private final String address;

    DemoStandings(Onboardings onboardings, Worklist worklist, String address) {
        this.onboardings = onboardings;
        this.worklist = worklist;
        this.address = address;
    }

    /** How these stand, in a few lines. */
    String of(List<String> ids) {
        var groups = new LinkedHashMap<String, List<String>>();
        List.of("live", "go on", "wait for another", "wait for the bank", "wait for you").forEach(group -> groups.put(group, new ArrayList<>()));
        var tasks = new StringBuilder();
        for (var id : ids) {
            var onboarding = onboardings.find(id).orElseThrow();
            groups.computeIfAbsent(group(onboarding), none -> new ArrayList<>()).add(onboarding.bank());
            for (var task : worklist.page(new Worklist.Filter(id, null, Task.State.OPEN), null, 20).items()) {
                tasks.append("      %s/tasks/%s  %s: %s%n".formatted(address, task.id(), onboarding.bank(), task.title()));
            }
        }
        var lines = new StringBuilder("\n");
        groups.forEach((group, banks) -> {
            if (!banks.isEmpty()) {
                lines.append("    %-18s %s%n".formatted(group, String.join(", ", banks)));
            }
        });
        return lines.append(tasks).append('\n').toString();
    }

    /** Whether nothing more will happen unless a person does something. */
    boolean isOver(List<String> ids) {
        return ids.stream().map(id -> onboardings.find(id).orElseThrow().status())
                .allMatch(status -> status.isFinal() || status == Onboarding.Status.WAITING_FOR_US);
    }

    /** Whether Portolan itself has something to do. */
    boolean isMoving(List<String> ids) {
        return ids.stream().map(id -> onboardings.find(id).orElseThrow().status())
                .anyMatch(status -> status == Onboarding.Status.RUNNING || status == Onboarding.Status.SCHEDULED);
    }

    private static String group(Onboarding onboarding) {
        return switch (onboarding.status()) {
            case DONE -> "live";
            case WAITING_FOR_BANK -> "wait for the bank";
            case WAITING_FOR_US -> "wait for you";
            case WAITING_FOR_OTHER -> "wait for another";
            case SCHEDULED, RUNNING -> "go on";
            case ON_HOLD -> "on hold";
            case REJECTED, WITHDRAWN, FAILED -> onboarding.status().name().toLowerCase(java.util.Locale.ROOT);
        };
    }
}
