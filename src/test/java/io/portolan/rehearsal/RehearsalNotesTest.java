package io.portolan.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.playbook.SamplePlaybooks;
import io.portolan.playbook.Service;
import io.portolan.rehearsal.RouteWalk.Way;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RehearsalNotesTest {

    @Test
    void tellsEachWalkWholeInTheOrderOfThePlaybookThoughTheyGoSideBySide() {
        var playbook = SamplePlaybooks.example();
        var environment = playbook.firstEnvironment();
        var route = playbook.environments().get(environment).routes().get(0);
        var one = route.legs().get(0);
        var other = route.legs().get(1);
        var payments = new Way(playbook, environment, route, null, Set.of(Service.PIS), 0);
        var first = new Way(playbook, environment, route, null, Set.of(Service.AIS), 0);
        var second = new Way(playbook, environment, route, null, Set.of(Service.AIS), 1);
        var notes = new Notes(null);
        notes.walked(List.of(payments, first, second));

        notes.tried(second, one, "rejected", "back", true);
        notes.tried(first, one, "done", "done", true);
        notes.tried(payments, one, "done", "done", true);
        notes.tried(second, one, "done", "done", true);
        notes.tried(first, other, "done", "done", true);

        assertThat(notes.report("xx-example", "0".repeat(64)).attempts()).extracting(each -> each.services() + " " + each.walk() + " " + each.leg() + " " + each.shown())
                .containsExactly("PIS 1 " + one.id() + " done", "AIS 1 " + one.id() + " done", "AIS 1 " + other.id() + " done", "AIS 2 " + one.id() + " rejected",
                        "AIS 2 " + one.id() + " done");
    }
}
