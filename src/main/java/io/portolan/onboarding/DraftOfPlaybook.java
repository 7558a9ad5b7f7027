package io.portolan.onboarding;

import io.portolan.journal.Act;
import io.portolan.journal.Entry;
import io.portolan.journal.Journal;
import io.portolan.leg.BankAnswers;
import io.portolan.leg.Captures;
import io.portolan.leg.LegState;
import io.portolan.leg.Masks;
import io.portolan.leg.SecretsOfOnboarding;
import io.portolan.playbook.CredentialKind;
import io.portolan.playbook.Draft;
import io.portolan.playbook.Leg;
import io.portolan.playbook.PlaybookReader;
import io.portolan.playbook.Playbooks;
import io.portolan.refusal.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Makes of what people recorded on the generic route a draft of the bank's playbook. */
@Component
public class DraftOfPlaybook {

    private static final String ANSWERED = "person-answered";

    private final Onboardings onboardings;
    private final Playbooks playbooks;
    private final Captures captures;
    private final SecretsOfOnboarding secrets;
    private final BankAnswers banks;
    private final AddedToBank added;
    private final Journal journal;
    private final PlaybookReader reader;

    DraftOfPlaybook(Onboardings onboardings, Playbooks playbooks, Captures captures, SecretsOfOnboarding secrets, BankAnswers banks, AddedToBank added, Journal journal, PlaybookReader reader) {
        this.added = added;
        this.banks = banks;
        this.onboardings = onboardings;
        this.playbooks = playbooks;
        this.captures = captures;
        this.secrets = secrets;
        this.journal = journal;
        this.reader = reader;
    }

    /**
     * The draft in YAML, from this onboarding, or where none is named from the newest that was done by hand, else from the newest under way.
     *
     * @throws Refused with code {@code nothing-recorded} where no onboarding has gone by the generic route there
     */
    public String of(String bank, String onboarding) {
        var generic = onboardings.page(new Onboardings.Filter(null, bank, null, null), null, 200).items().stream()
                .filter(each -> onboarding == null || each.id().equals(onboarding)).filter(each -> version(each).isGeneric()).toList();
        var chosen = generic.stream().filter(each -> each.status() == Onboarding.Status.DONE).findFirst().or(() -> generic.stream().findFirst())
                .orElseThrow(() -> Refused.notFound("nothing-recorded", "At " + bank + " nothing was recorded by hand, so there is nothing to make a draft of."));
        return draft(chosen).yaml(reader);
    }

    private Playbooks.Versioned version(Onboarding onboarding) {
        return playbooks.version(onboarding.bank(), onboarding.playbookVersion()).orElseThrow();
    }

    private Draft draft(Onboarding onboarding) {
        var playbook = version(onboarding).playbook();
        var masks = secrets.masks(onboarding.id());
        var entries = journal.of(onboarding.id());
        var route = playbook.environments().get(onboarding.environment()).route(onboarding.route()).orElseThrow();
        var done = onboardings.legs(onboarding.id()).stream().filter(view -> view.state() == LegState.DONE || view.state() == LegState.SKIPPED)
                .map(view -> done(onboarding, route.leg(view.id()).orElseThrow(), view, entries, masks)).toList();
        var source = "what people recorded in the onboarding %s (%s), from %s to %s".formatted(onboarding.id(), playbook.name(),
                day(onboarding.startedAt()), day(onboarding.updatedAt()));
        return new Draft(playbook, onboarding.environment(), source, day(onboarding.updatedAt()), done, masked(added.of(onboarding.bank()), masks));
    }

    private static Draft.Added masked(Draft.Added added, Masks masks) {
        return new Draft.Added(added.people(), added.notes().stream().map(note -> new Draft.Noted(masks.masked(note.text()), note.on())).toList(), added.files());
    }

    private Draft.Done done(Onboarding onboarding, Leg leg, LegView view, List<Entry> entries, Masks masks) {
        var said = new LinkedHashMap<String, String>();
        var credentials = new LinkedHashSet<String>();
        leg.captures().forEach((name, capture) -> captures.find(onboarding.id(), leg.id(), name).ifPresent(kept -> {
            if (capture.credential(name) != CredentialKind.NONE || kept.secret() != null) {
                credentials.add(name);
            } else {
                said.put(name, masks.masked(kept.value()));
            }
        }));
        var answers = entries.stream().filter(entry -> ANSWERED.equals(entry.act().name()) && leg.id().equals(entry.act().leg())).toList();
        var notes = new ArrayList<String>();
        answers.stream().map(Entry::act).map(Act::detail).filter(detail -> detail != null && detail.contains(": "))
                .forEach(detail -> notes.add(masks.masked(detail.substring(detail.indexOf(": ") + 2))));
        banks.of(onboarding.id()).stream().filter(answer -> answer.note() != null && leg.id().equals(answer.leg() != null ? answer.leg() : "approval"))
                .forEach(answer -> notes.add("the bank (" + answer.kind().name().toLowerCase(Locale.ROOT) + "): " + masks.masked(answer.note())));
        return new Draft.Done(leg, view.state() == LegState.DONE, said, credentials, notes, waited(answers, view));
    }

    /** From when it was first handed in until it was done; null where nothing was handed in. */
    private static Duration waited(List<Entry> answers, LegView view) {
        return view.state() != LegState.DONE ? null : answers.stream().filter(entry -> entry.act().detail().startsWith("handed-in")).findFirst()
                .map(handedIn -> Duration.between(handedIn.at(), view.since())).orElse(null);
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
