package io.portolan.playbook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What playbooks need of each other: who leans on whom, and where that leads in a circle, so that none could ever begin. */
public final class NeedsAcross {

    /** An environment of a bank. */
    public record Place(String bank, String environment) {

        @Override
        public String toString() {
            return bank + ", " + environment;
        }
    }

    private final Map<Place, List<Place>> needs = new LinkedHashMap<>();
    private final Map<String, Playbook> playbooks = new LinkedHashMap<>();

    /** Reads what these playbooks need. */
    public NeedsAcross(Collection<Playbook> playbooks) {
        playbooks.forEach(playbook -> {
            this.playbooks.put(playbook.bank(), playbook);
            playbook.environments().forEach((name, environment) -> needs.put(new Place(playbook.bank(), name), of(environment)));
        });
    }

    /** What the routes of an environment need. */
    public static List<Place> of(Environment environment) {
        return environment.routes().stream().flatMap(route -> route.legs().stream()).map(Leg::work)
                .filter(RegistrationWork.class::isInstance).map(RegistrationWork.class::cast)
                .map(work -> new Place(work.unit(), work.environment())).distinct().toList();
    }

    /** The way from this place back to itself, which begins and ends with it; empty where there is none. */
    public List<Place> circle(Place place) {
        return way(place, place, List.of(place));
    }

    private List<Place> way(Place from, Place goal, List<Place> gone) {
        for (var next : needs.getOrDefault(from, List.of())) {
            var further = new ArrayList<>(gone);
            further.add(next);
            if (next.equals(goal)) {
                return further;
            }
            var found = gone.contains(next) ? List.<Place>of() : way(next, goal, further);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** What does not fit together, by the files of those that need it. */
    List<Problem> problems() {
        var problems = new ArrayList<Problem>();
        var banks = needs.keySet().stream().map(Place::bank).distinct().toList();
        needs.forEach((place, needed) -> {
            needed.forEach(other -> {
                if (!banks.contains(other.bank())) {
                    problems.add(problem(place, other, ".unit", "there is no playbook \"" + other.bank() + "\", so " + place + " cannot be onboarded",
                            Nearest.to(other.bank(), banks)));
                } else if (!needs.containsKey(other)) {
                    problems.add(problem(place, other, ".environment", "the playbook " + other.bank() + " has no environment \"" + other.environment() + "\"",
                            Nearest.to(other.environment(), playbooks.get(other.bank()).environments().keySet())));
                }
            });
            var circle = circle(place);
            if (!circle.isEmpty()) {
                problems.add(problem(place, circle.get(1), "", "these wait for each other, so none of them can begin: "
                        + circle.stream().map(Place::toString).collect(Collectors.joining(" -> ")), null));
            }
        });
        return problems;
    }

    private Problem problem(Place place, Place needed, String key, String message, String suggestion) {
        var registrations = playbooks.get(place.bank()).needs().registrations();
        var path = "needs.registrations";
        for (int i = 0; i < registrations.size(); i++) {
            if (registrations.get(i).unit().equals(needed.bank()) && registrations.get(i).environment().equals(needed.environment())) {
                path = "needs.registrations[" + i + "]" + key;
            }
        }
        return new Problem(place.bank() + ".yaml", 1, 1, path, message, suggestion);
    }
}
