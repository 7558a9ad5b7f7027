package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.console.StartView.Choice;
import io.portolan.onboarding.Preflight;
import io.portolan.onboarding.PreflightFailed;
import io.portolan.onboarding.StartRequest;
import io.portolan.playbook.Environment;
import io.portolan.playbook.KnownBanks;
import io.portolan.playbook.Playbook;
import io.portolan.playbook.Playbooks;
import io.portolan.playbook.Route;
import io.portolan.playbook.Service;
import io.portolan.refusal.Refused;
import io.portolan.tpp.Tpp;
import io.portolan.tpp.TppProfile;
import io.portolan.tpp.Tpps;
import java.text.Collator;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What may be chosen for an onboarding, given what was chosen before. */
@Component
class StartChoices {

    private static final Set<String> USUAL = Set.of("AIS", "PIS");

    private final Tpps tpps;
    private final Playbooks playbooks;
    private final KnownBanks known;
    private final Preflight preflight;

    StartChoices(Tpps tpps, Playbooks playbooks, KnownBanks known, Preflight preflight) {
        this.known = known;
        this.tpps = tpps;
        this.playbooks = playbooks;
        this.preflight = preflight;
    }

    StartView of(StartForm form, Refused refusal) {
        var ours = tpps.all();
        var tpp = chosen(form.tpp(), ours.stream().map(Tpp::id).toList());
        var playbook = form.bank() == null ? null : playbooks.current(form.bank()).map(Playbooks.Versioned::playbook).orElse(null);
        Collection<String> names = playbook == null ? List.of() : playbook.environments().keySet();
        var environment = chosen(form.environment(), names);
        var services = Arrays.stream(Service.values()).map(s -> new Choice(s.name(), label(s), isTicked(form, s))).toList();
        var applications = applications(ours.stream().filter(t -> t.id().equals(tpp)).findFirst(), form.application());
        var looked = look(new StartRequest(tpp, form.bank(), chosenOf(branches(playbook, form.branch())), environment, chosenOf(applications),
                services.stream().filter(Choice::isChosen).map(Choice::value).toList(), chosenOf(routes(playbook, environment, form.route()))), playbook);
        return new StartView(
                ours.stream().map(t -> new Choice(t.id(), t.profile().legalName() + " (" + t.id() + ")", t.id().equals(tpp))).toList(),
                banks(playbooks.all().stream().map(v -> bank(v.playbook().bank(), v.playbook().name(), form))),
                banks(known.all().stream().map(b -> bank(b.bank(), b.name(), form))),
                branches(playbook, form.branch()),
                names.stream().map(name -> new Choice(name, label(name, playbook.environments().get(name)), name.equals(environment))).toList(),
                routes(playbook, environment, form.route()), applications, services, looked.list(), looked.hint(), looked.asksForReason(), form.despiteUsed(),
                refusal == null ? null : error(refusal));
    }

    private static Choice bank(String id, String name, StartForm form) {
        return new Choice(id, name + " (" + id + ")", id.equals(form.bank()));
    }

    /** By their names, since whoever types a letter in the list looks for one. */
    private static List<Choice> banks(Stream<Choice> banks) {
        return banks.sorted(Comparator.comparing(Choice::label, Collator.getInstance(Locale.ENGLISH))).toList();
    }

    /** What was found, or why nothing could be. */
    private record Found(ChecklistView list, String hint, boolean asksForReason) { }

    private Found look(StartRequest wish, Playbook playbook) {
        if (wish.tpp() == null || playbook == null || wish.environment() == null) {
            return new Found(null, say("onboarding.choose-a-tpp-a-bank"), false);
        }
        if (wish.services().isEmpty()) {
            return new Found(null, say("onboarding.choose-at-least-one-service"), false);
        }
        try {
            var looked = preflight.of(wish);
            return new Found(ChecklistView.of(looked), null, looked.report().errors().stream().anyMatch(finding -> finding.code().equals("unique-value-used")));
        } catch (Refused unknown) {
            return new Found(null, unknown.getMessage(), false);
        }
    }

    /** All that pre-flight has found stands in the checklist already. */
    private static ErrorView error(Refused refusal) {
        return refusal instanceof PreflightFailed ? new ErrorView(422, say("onboarding.it-cannot-start-yet"), say("onboarding.all-that-stands-in-the"), null, null)
                : ErrorView.of(refusal, 422);
    }

    private static String chosenOf(List<Choice> choices) {
        return choices.stream().filter(Choice::isChosen).map(Choice::value).findFirst().orElse(null);
    }

    /** The applications of the TPP, where there is one to choose. */
    private static List<Choice> applications(Optional<Tpp> tpp, String chosen) {
        var all = tpp.map(found -> found.profile().applications()).orElse(Map.of());
        if (all.size() < 2 && all.containsKey(TppProfile.MAIN)) {
            return List.of();
        }
        var taken = chosen != null && all.containsKey(chosen) ? chosen : all.size() == 1 ? all.keySet().iterator().next() : TppProfile.MAIN;
        return all.entrySet().stream().map(each -> new Choice(each.getKey(), each.getKey() + (each.getValue().name() == null ? "" : ", " + each.getValue().name()),
                each.getKey().equals(taken))).toList();
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

    private static List<Choice> routes(Playbook playbook, String environment, String chosen) {
        if (environment == null) {
            return List.of();
        }
        var names = playbook.environments().get(environment).routes().stream().map(Route::name).toList();
        return names.size() < 2 ? List.of() : names.stream().map(name -> new Choice(name, name, name.equals(chosen))).toList();
    }

    private static String label(String name, Environment environment) {
        return name + (environment.kind() == Environment.Kind.LIVE ? say("onboarding.live-in-brackets") : say("onboarding.for-trying"));
    }

    private static String label(Service service) {
        return switch (service) {
            case AIS -> say("onboarding.ais-account-information");
            case PIS -> say("onboarding.pis-payment-initiation");
            case CAF -> say("onboarding.caf-availability-of-funds");
        };
    }

    private static boolean isTicked(StartForm form, Service service) {
        return form.services() == null ? form.sent() == null && USUAL.contains(service.name())
                : form.services().contains(service.name());
    }
}
