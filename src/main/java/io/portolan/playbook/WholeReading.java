package io.portolan.playbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a file together with the hand-drawn models that its routes name: a route that names one is good only with a model that fits it. */
final class WholeReading {

    private final PlaybookReader reader;
    private final ModelCheck models;

    WholeReading(PlaybookReader reader, ModelCheck models) {
        this.reader = reader;
        this.models = models;
    }

    Reading read(PlaybookFiles.Content file) {
        if (file.bytes() == null) {
            return new Reading(Optional.empty(), List.of(file.unreadable()));
        }
        var reading = reader.read(file.name(), file.bytes());
        var wrong = new ArrayList<Problem>();
        reading.playbook().ifPresent(playbook -> playbook.environments().forEach((name, environment) -> {
            for (int i = 0; i < environment.routes().size(); i++) {
                var path = "environments." + name + ".routes[" + i + "].model";
                problems(playbook, name, environment.routes().get(i)).forEach(sentence ->
                        wrong.add(reader.located(new Problem(file.name(), 1, 1, path, sentence, null), file.text())));
            }
        }));
        return wrong.isEmpty() ? reading : new Reading(Optional.empty(), List.copyOf(wrong));
    }

    private List<String> problems(Playbook playbook, String environment, Route route) {
        return route.model() == null ? List.of() : models.problems(playbook, environment, route);
    }
}
