package io.portolan.onboarding;

import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.leg.HeldAnswers;
import io.portolan.leg.LegQueue;
import io.portolan.leg.LegRecord;
import io.portolan.leg.LegState;
import io.portolan.playbook.Leg;
import io.portolan.refusal.Refused;
import io.portolan.registration.Registration;
import io.portolan.registration.Remains;
import io.portolan.registration.Withdrawals;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an onboarding that ends, or that goes back, leaves behind at the bank, until somebody has cleared it away. */
@Component
public class LeftAtBank {

    private static final String REGISTRATION = "registration";

    private final OnboardingOrders orders;
    private final JdbcOnboardings onboardings;
    private final LegQueue legs;
    private final JdbcLeftItems items;
    private final Remains remains;
    private final Withdrawals withdrawals;
    private final HeldAnswers answers;
    private final Journal journal;

    LeftAtBank(OnboardingOrders orders, JdbcOnboardings onboardings, LegQueue legs, JdbcLeftItems items, Remains remains, Withdrawals withdrawals, HeldAnswers answers,
            Journal journal) {
        this.orders = orders;
        this.onboardings = onboardings;
        this.legs = legs;
        this.items = items;
        this.remains = remains;
        this.withdrawals = withdrawals;
        this.answers = answers;
        this.journal = journal;
    }

    /**
     * Something that exists at the bank, or may.
     *
     * @param how how far it came: done, handed in, begun, so that it may exist, or done anew, so that there may be two
     * @param clearedAt when somebody said that it is gone, or null
     * @param answerHeld whether what the bank has answered is held as it came, since the playbook could not read it
     */
    public record Item(long id, String leg, int round, String title, String how, Instant leftAt, Instant clearedAt, String clearedBy, String note,
            boolean answerHeld) {

        private Item with(boolean held) {
            return new Item(id, leg, round, title, how, leftAt, clearedAt, clearedBy, note, held);
        }

        /** It as a sentence for people. */
        public String sentence() {
            return title + " (" + how + (round > 1 ? ", in round " + round : "") + ")";
        }
    }

    /** All that an onboarding has left, oldest first. */
    public List<Item> of(String onboarding) {
        return items.of(onboarding).stream()
                .map(item -> item.with(item.clearedAt() == null && answers.isHeld(onboarding, item.leg(), item.round()))).toList();
    }

    /** What of it is still there, as sentences. */
    List<String> sentences(Onboarding onboarding) {
        return of(onboarding.id()).stream().filter(item -> item.clearedAt() == null).map(Item::sentence).toList();
    }

    /** What an onboarding would leave if it ended now, with what it has left already, as sentences. */
    List<String> by(Onboarding onboarding) {
        return Stream.concat(of(onboarding.id()).stream().filter(item -> item.clearedAt() == null), now(onboarding, row -> true))
                .map(Item::sentence).distinct().toList();
    }

    /** Keeps what these legs have left in their present round, and gives it as sentences. */
    List<String> keep(Onboarding onboarding, Predicate<LegRecord> which) {
        var kept = now(onboarding, which).map(item -> items.add(onboarding.id(), item).sentence()).toList();
        if (!kept.isEmpty()) {
            remains.exist(onboarding.registration());
        }
        return kept;
    }

    /** That a registration exists, where nothing more is known of how it was made. */
    static Item itself(Registration registration) {
        return new Item(0, REGISTRATION, 1, "The registration for " + registration.application(), "active until it was given up", null, null, null, null, false);
    }

    /** Keeps that a registration exists of which this onboarding has made nothing itself, such as one that was adopted. */
    void keepItself(Onboarding onboarding, Registration registration) {
        items.add(onboarding.id(), itself(registration));
    }

    /** Keeps that the bank may have two of what this leg makes, since it is made anew and nobody could look whether it was made before. */
    void mayExistTwice(Onboarding onboarding, Leg leg) {
        if (orders.isWithdrawal(onboarding)) {
            return;
        }
        var round = legs.find(onboarding.id(), leg.id()).orElseThrow().round();
        items.addTwice(onboarding.id(), new Item(0, leg.id(), round, leg.title(), "may exist twice", null, null, null, null, false));
        remains.exist(onboarding.registration());
    }

    /** What may exist twice and nobody has cleared away, as sentences. */
    List<String> twice(Onboarding onboarding) {
        return items.twice(onboarding.id()).stream().map(Item::sentence).toList();
    }

    /** What is made by a withdrawal is that something is gone. */
    private Stream<Item> now(Onboarding onboarding, Predicate<LegRecord> which) {
        if (orders.isWithdrawal(onboarding)) {
            return Stream.empty();
        }
        var route = orders.route(onboarding);
        return legs.of(onboarding.id()).stream().filter(which).flatMap(row -> route.leg(row.leg()).flatMap(leg -> how(row, leg.stage().leavesTraces())
                .map(how -> new Item(0, row.leg(), row.round(), leg.title(), how, null, null, null, null, false))).stream());
    }

    private static Optional<String> how(LegRecord row, boolean leavesTraces) {
        if (row.state() == LegState.DONE && leavesTraces) {
            return Optional.of("done");
        }
        if (row.intent() == null && row.happenedAt() == null) {
            return Optional.empty();
        }
        return Optional.of(row.happenedAt() == null ? "begun; it may exist" : "handed in");
    }

    /**
     * Says that one thing is gone from the bank.
     *
     * @throws Refused with codes {@code unknown-onboarding}, {@code unknown-item}
     */
    @Transactional
    public List<Item> clear(String onboarding, long item, String note, String actor) {
        var locked = onboardings.lock(onboarding);
        var cleared = there(onboarding, item);
        clear(onboarding, cleared, note, actor);
        journal.write(Act.by(actor, onboarding, "cleared-at-bank", cleared.sentence() + (note == null || note.isBlank() ? "" : ": " + note)));
        seeWhetherAllIsGone(locked, actor);
        return of(onboarding);
    }

    private void clear(String onboarding, Item item, String note, String actor) {
        items.clear(item.id(), note, actor);
        if (of(onboarding).stream().noneMatch(other -> other.clearedAt() == null && other.leg().equals(item.leg()) && other.round() == item.round())) {
            answers.forget(onboarding, item.leg(), item.round());
        }
    }

    /** One thing that nobody has cleared away; throws {@link Refused} with code {@code unknown-item}. */
    public Item there(String onboarding, long item) {
        return of(onboarding).stream().filter(each -> each.id() == item && each.clearedAt() == null).findFirst()
                .orElseThrow(() -> Refused.notFound("unknown-item", "Nothing that is still at the bank has the number " + item + "."));
    }

    /** Says that all that is left is gone from the bank, in the caller's transaction. */
    public void clearAll(String onboarding, String note, String actor) {
        of(onboarding).stream().filter(item -> item.clearedAt() == null).forEach(item -> clear(onboarding, item, note, actor));
        seeWhetherAllIsGone(onboardings.find(onboarding).orElseThrow(), actor);
    }

    /** Several onboardings may have worked for one registration, and none that is over may have left anything. */
    void seeWhetherAllIsGone(Onboarding onboarding, String actor) {
        if (onboarding.status().isFinal() && onboardings.ofRegistration(onboarding.registration()).stream().filter(each -> each.status().isFinal())
                .allMatch(each -> sentences(each).isEmpty())) {
            remains.cleared(onboarding.registration());
            withdrawals.gone(onboarding.registration(), actor);
        }
    }
}
