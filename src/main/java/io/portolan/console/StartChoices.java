package io.portolan.console;

import io.portolan.console.StartView.Choice;
import io.portolan.onboarding.Preflight;
import io.portolan.playbook.Environment;
import io.portolan.playbook.Playbook;
import io.portolan.playbook.Playbooks;
import io.portolan.playbook.Route;
import io.portolan.playbook.Service;
import io.portolan.refusal.Refused;
import io.portolan.tpp.Tpps;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What may be chosen for an onboarding, given what was chosen before. */
@Component
class StartChoices {

    private static final Set<String> USUAL = Set.of("AIS", "PIS");

    private final Tpps tpps;
    private final Playbooks playbooks;
    private final Preflight preflight;

    StartChoices(Tpps tpps, Playbooks playbooks, Preflight preflight) {
        this.tpps = tpps;
        this.playbooks = playbooks;
        this.preflight = preflight;
    }

    StartView of(StartForm form, Refused refusal) {
        var ours = tpps.all();
        var tpp = chosen(form.tpp(), ours.stream().map(t -> t.id()).toList());
        var playbook = form.bank() == null ? null : playbooks.current(form.bank()).map(Playbooks.Versioned::playbook).orElse(null);
        Collection<String> names = playbook == null ? List.of() : playbook.environments().keySet();
        var environment = chosen(form.environment(), names);
        return new StartView(
                ours.stream().map(t -> new Choice(t.id(), t.profile().legalName() + " (" + t.id() + ")", t.id().equals(tpp))).toList(),
                playbooks.all().stream().map(v -> v.playbook()).map(p -> new Choice(p.bank(), p.name() + " (" + p.bank() + ")",
                        p.bank().equals(form.bank()))).toList(),
                branches(playbook, form.branch()),
                names.stream().map(name -> new Choice(name, label(name, playbook.environments().get(name)), name.equals(environment))).toList(),
                environment == null ? List.of() : routes(playbook.environments().get(environment), form.route()),
                Arrays.stream(Service.values()).map(s -> new Choice(s.name(), label(s), isTicked(form, s))).toList(),
                findings(tpp, playbook, environment), refusal == null ? null : ErrorView.of(refusal, 422));
    }

    private List<Preflight.Finding> findings(String tpp, Playbook playbook, String environment) {
        return tpp == null || playbook == null || environment == null ? null : preflight.of(tpp, playbook.bank(), environment);
    }

    /** What was chosen where it may be, else the only one there is, else none. */
    private static String chosen(String wish, Collection<String> there) {
        if (wish != null && there.contains(wish)) {
            return wish;
        }
        return there.size() == 1 ? there.iterator().next() : null;
    }

    private static List<Choice> branches(Playbook playbook, String chosen) {
        if (playbook == null || playbook.branches() == null) {
            return List.of();
        }
        return playbook.branches().entrySet().stream()
                .filter(entry -> entry.getValue().scope() == Playbook.Branch.Scope.REGISTRATION)
                .map(Map.Entry::getKey).map(key -> new Choice(key, playbook.branches().get(key).name(), key.equals(chosen))).toList();
    }

    private static List<Choice> routes(Environment environment, String chosen) {
        var names = environment.routes().stream().map(Route::name).toList();
        return names.size() < 2 ? List.of() : names.stream().map(name -> new Choice(name, name, name.equals(chosen))).toList();
    }

    private static String label(String name, Environment environment) {
        return name + (environment.kind() == Environment.Kind.LIVE ? " (live)" : " (for trying)");
    }

    private static String label(Service service) {
        return switch (service) {
            case AIS -> "AIS, account information";
            case PIS -> "PIS, payment initiation";
            case CAF -> "CAF, availability of funds";
        };
    }

    private static boolean isTicked(StartForm form, Service service) {
        return form.services() == null ? form.tpp() == null && USUAL.contains(service.name())
                : form.services().contains(service.name());
    }
}
