package io.portolan.onboarding;

import io.portolan.access.Approval;
import io.portolan.access.Asked;
import io.portolan.access.Asked.Fact;
import io.portolan.access.Deed;
import io.portolan.access.Guarded;
import io.portolan.access.SecondPerson;
import io.portolan.playbook.LiveEnvironments;
import io.portolan.playbook.Route;
import io.portolan.refusal.Refused;
import io.portolan.registration.Registration;
import io.portolan.registration.Registrations;
import io.portolan.registration.Withdrawals;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a registration up at which the bank lets us in: by the bank's own route, which Portolan walks, or by a person. */
@Component
public class WithdrawRegistration implements Deed {

    private static final String BY_HAND = "by-hand";

    private final Registrations registrations;
    private final Withdrawals withdrawals;
    private final HowToWithdraw how;
    private final LeaveToPeople people;
    private final AccountsLeft accounts;
    private final StartOnboarding start;
    private final LiveEnvironments environments;
    private final SecondPerson secondPerson;

    WithdrawRegistration(Registrations registrations, Withdrawals withdrawals, HowToWithdraw how, LeaveToPeople people, AccountsLeft accounts, StartOnboarding start, LiveEnvironments environments,
            SecondPerson secondPerson) {
        this.registrations = registrations;
        this.withdrawals = withdrawals;
        this.how = how;
        this.people = people;
        this.accounts = accounts;
        this.start = start;
        this.environments = environments;
        this.secondPerson = secondPerson;
    }

    /**
     * What a withdrawal would do now.
     *
     * @param route the route that Portolan would walk, or null where only a person can
     * @param told what the playbook says of it to a person, or blank
     * @param existsAtBank what there is at the bank, as sentences
     * @param leaning where others build on it
     * @param accounts the accounts at portals that stay
     * @param underWay the onboarding for the same that stands in the way, or null
     */
    public record Look(Registration registration, String route, String told, List<String> existsAtBank, List<String> leaning, List<AccountLeft> accounts, String underWay) { }

    /**
     * What was begun.
     *
     * @param onboarding what has the bank remove it, or null where a person does
     * @param existsAtBank what a task asks people to see to, as sentences
     */
    public record Withdrawn(Registration registration, Onboarding onboarding, List<String> existsAtBank) { }

    /** What a withdrawal would do now; {@code unknown-registration} where there is none. */
    public Look look(String id) {
        var registration = registrations.find(id).orElseThrow(() -> Refused.notFound("unknown-registration", "There is no registration " + id + "."));
        return new Look(registration, how.route(registration).map(Route::name).orElse(null), how.told(registration), people.existsAtBank(registration), how.leaning(registration), accounts.of(registration),
                how.underWay(registration).orElse(null));
    }

    /** The accounts at portals by which this registration is reached, and who else needs each; they stay when it is given up. */
    public List<AccountLeft> accounts(Registration registration) {
        return accounts.of(registration);
    }

    /**
     * Gives it up. By the bank's route it stands as it is until the bank has removed it; by hand it is given up at once, and a task asks for what is
     * left at the bank.
     *
     * @param byHand whether a person does it although the playbook has a route for it
     * @throws Refused with codes {@code unknown-registration}, {@code not-registered}, {@code already-onboarding} or {@code reason-required}, and by a route those of
     *         {@link StartOnboarding#with}
     * @throws io.portolan.access.SecondPersonNeeded where somebody else is asked first
     */
    @Transactional
    public Withdrawn with(String id, boolean byHand, String reason, String actor) {
        refuseWhereUnderWay(withdrawals.lockHeld(id));
        secondPerson.before(this, id, Map.of(BY_HAND, String.valueOf(byHand)), reason, actor);
        return withdrawn(id, byHand, reason, actor);
    }

    /** The row stays locked, so that of two who do this at once only one does it. */
    private Withdrawn withdrawn(String id, boolean byHand, String reason, String actor) {
        var registration = withdrawals.lockHeld(id);
        refuseWhereUnderWay(registration);
        var route = byHand ? Optional.<Route>empty() : how.route(registration);
        if (route.isEmpty()) {
            var left = people.leave(registration, how.told(registration), reason, accounts.of(registration));
            return new Withdrawn(withdrawals.givenUp(id, reason, actor), null, left);
        }
        var onboarding = start.withdrawing(registration, people.branch(registration), route.get(), actor);
        withdrawals.begun(id, onboarding.id(), reason, actor);
        return new Withdrawn(registrations.find(id).orElseThrow(), onboarding, List.of());
    }

    private void refuseWhereUnderWay(Registration registration) {
        how.underWay(registration).ifPresent(running -> {
            throw Refused.conflict("already-onboarding", "An onboarding for this registration is under way. Wait for its end, or withdraw it first.", Map.of("onboarding", running));
        });
    }

    @Override
    public String deed() {
        return "withdraw-registration";
    }

    @Override
    public Guarded act() {
        return Guarded.WITHDRAW;
    }

    @Override
    public Optional<Asked> asked(String object, Map<String, String> with) {
        return registrations.find(object).filter(found -> found.canBeGivenUp() && environments.isLive(found.bank(), found.environment()))
                .map(found -> asked(look(object), Boolean.parseBoolean(with.get(BY_HAND))));
    }

    private static Asked asked(Look look, boolean byHand) {
        var registration = look.registration();
        boolean byPerson = byHand || look.route() == null;
        return new Asked(registration.tpp(), registration.id(), "Withdraw the registration of " + registration.tpp() + " at " + registration.bank(), byPerson
                ? "It counts as withdrawn at once, and nobody of ours is let in any more. A task asks for what is left at the bank; once that is gone, its secrets are forgotten for good."
                : "Portolan has the bank remove it, which cannot be taken back; nobody of ours is let in any more then, and its secrets are forgotten for good.",
                "/registrations/" + registration.id(), List.of(new Fact("TPP", registration.tpp()), new Fact("Bank", registration.bank()), new Fact("Environment", registration.environment()),
                        new Fact("Application", registration.application()), new Fact("Services", DecidedServices.said(registration.granted())),
                        new Fact("How", byPerson ? "by a person" : "by the route " + look.route()), new Fact("At the bank", said(look.existsAtBank())),
                        new Fact("Others that build on it", said(look.leaning()))), "", List.of());
    }

    private static String said(List<String> several) {
        return several.isEmpty() ? "none" : String.join("; ", several);
    }

    @Override
    public boolean carryOut(Approval approval) {
        withdrawn(approval.object(), Boolean.parseBoolean(approval.with().get(BY_HAND)), approval.reason(), approval.requestedBy());
        return true;
    }
}
