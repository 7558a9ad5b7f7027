package io.portolan.onboarding;

import io.portolan.registration.Adoptions;
import io.portolan.registration.Registration;
import io.portolan.registration.Remains;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Leaves to people what exists at a bank of a registration that is given up, by the onboardings that have made it. */
@Component
class LeaveToPeople {

    private final JdbcOnboardings onboardings;
    private final OnboardingOrders orders;
    private final LeftAtBank leftAtBank;
    private final Remains remains;
    private final PeopleNeeded people;
    private final Adoptions adoptions;
    private final StandIn standIn;

    LeaveToPeople(JdbcOnboardings onboardings, OnboardingOrders orders, LeftAtBank leftAtBank, Remains remains, PeopleNeeded people,
            Adoptions adoptions, StandIn standIn) {
        this.onboardings = onboardings;
        this.orders = orders;
        this.leftAtBank = leftAtBank;
        this.remains = remains;
        this.people = people;
        this.adoptions = adoptions;
        this.standIn = standIn;
    }

    /** What there is at the bank, as sentences. */
    List<String> existsAtBank(Registration registration) {
        var exists = made(registration).stream().flatMap(onboarding -> leftAtBank.by(onboarding).stream()).distinct().toList();
        return exists.isEmpty() ? List.of(LeftAtBank.itself(registration).sentence()) : exists;
    }

    /** Keeps what is left at the bank, and asks people to have it removed; gives it as sentences. */
    List<String> leave(Registration registration, String told, String reason, List<AccountLeft> accounts) {
        var left = new ArrayList<String>();
        var made = made(registration);
        made.forEach(onboarding -> leftAtBank.keep(onboarding, row -> true));
        if (made.stream().allMatch(onboarding -> leftAtBank.sentences(onboarding).isEmpty())) {
            var last = made.isEmpty() ? standIn.of(registration, branch(registration)) : made.get(made.size() - 1);
            leftAtBank.keepItself(last, registration);
            made = List.of(last);
        }
        for (var onboarding : made) {
            var sentences = leftAtBank.sentences(onboarding);
            if (!sentences.isEmpty()) {
                people.cleanUp(onboarding, "The registration of " + registration.tpp() + " at " + registration.bank() + ", " + registration.environment()
                        + ", was given up: " + ended(reason) + " Please have it removed at the bank, and say here that it is done once nothing of it exists there."
                        + " Its secrets are kept until then, and forgotten after." + (told.isBlank() ? "" : " What is known of leaving this bank: " + told)
                        + (left.isEmpty() ? accounts : List.<AccountLeft>of()).stream().map(account -> " " + account.sentence()).collect(Collectors.joining()), sentences);
                left.addAll(sentences);
            }
        }
        remains.exist(registration.id());
        return left;
    }

    /** The branch for which it was made, or null. */
    String branch(Registration registration) {
        return made(registration).stream().findFirst().map(Onboarding::branch)
                .orElseGet(() -> adoptions.of(registration.id()).map(adoption -> adoption.origin().branch()).orElse(registration.branch()));
    }

    private List<Onboarding> made(Registration registration) {
        return onboardings.doneFor(registration.id()).stream().filter(onboarding -> !orders.isWithdrawal(onboarding)).toList();
    }

    private static String ended(String reason) {
        return reason.endsWith(".") ? reason : reason + ".";
    }
}
