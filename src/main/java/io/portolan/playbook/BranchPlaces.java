package io.portolan.playbook;

import java.util.ArrayList;
import java.util.List;

/** The places of what the branches of a bank are called and where they are found. */
final class BranchPlaces {

    private BranchPlaces() { }

    /** Checks that whichever branch is onboarded has what the place stands for. */
    static void check(Findings findings, Playbook playbook, String place, String path) {
        if (playbook.branches().isEmpty()) {
            findings.add(path, "the playbook has no branches");
        }
        var name = place.substring(Places.BRANCH.length());
        playbook.branches().forEach((key, branch) -> {
            if (!Places.meanings().containsKey(place) && !branch.values().containsKey(name)) {
                var known = new ArrayList<>(branch.values().keySet());
                known.addAll(List.of("key", "name"));
                findings.unknown(path, "value of the branch " + key, name, known);
            }
        });
    }
}
