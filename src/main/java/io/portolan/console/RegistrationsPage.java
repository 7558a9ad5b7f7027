package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.access.Actors;
import io.portolan.access.Role;
import io.portolan.onboarding.Onboardings;
import io.portolan.onboarding.WithdrawRegistration;
import io.portolan.refusal.Refused;
import io.portolan.registration.Adoptions;
import io.portolan.registration.Credentials;
import io.portolan.registration.HeldRegistrations;
import io.portolan.registration.Registration;
import io.portolan.registration.Registrations;
import io.portolan.registration.RevealCredential;
import io.portolan.registration.Verifications;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How we stand with each bank. */
@Controller
class RegistrationsPage {

    private static final int ROWS = 50;

    private final Registrations registrations;
    private final Adoptions adoptions;
    private final Credentials credentials;
    private final RevealCredential reveal;
    private final Actors actors;
    private final Catalogue catalogue;
    private final WhereChoices where;
    private final Clock clock;
    private final OnboardingStanding standing;
    private final Onboardings onboardings;
    private final RegistrationOrigins origins;
    private final RegistrationServices services;
    private final HeldRegistrations held;
    private final RegistrationHistory history;
    private final WithdrawRegistration withdraw;
    private final Verifications verifications;

    RegistrationsPage(Registrations registrations, Adoptions adoptions, Credentials credentials, RevealCredential reveal, Actors actors, Catalogue catalogue,
            WhereChoices where, Clock clock, OnboardingStanding standing, Onboardings onboardings, RegistrationOrigins origins, RegistrationServices services,
            HeldRegistrations held, RegistrationHistory history, WithdrawRegistration withdraw, Verifications verifications) {
        this.verifications = verifications;
        this.withdraw = withdraw;
        this.history = history;
        this.held = held;
        this.onboardings = onboardings;
        this.origins = origins;
        this.services = services;
        this.standing = standing;
        this.registrations = registrations;
        this.adoptions = adoptions;
        this.credentials = credentials;
        this.reveal = reveal;
        this.actors = actors;
        this.catalogue = catalogue;
        this.where = where;
        this.clock = clock;
    }

    @GetMapping("/registrations")
    String list(@ModelAttribute RegistrationFilter filter, @RequestParam(required = false) String cursor, Model model) {
        var now = clock.instant();
        var page = registrations.page(filter.asked(held, now), cursor, ROWS);
        model.addAttribute("rows", page.items().stream()
                .map(r -> RegistrationView.of(r, catalogue.bankName(r.bank()), List.of(), Map.of(), List.of(), now)).toList());
        model.addAttribute("filter", filter);
        model.addAttribute("where", where.of(filter.bank(), filter.tpp(), filter.kind()));
        model.addAttribute("next", page.next() == null ? null : filter.next(page.next()));
        return "registrations";
    }

    @GetMapping("/registrations/{id}")
    String one(@PathVariable String id, Model model) {
        return show(id, model);
    }

    /** Answers with the page itself and no redirect, so that the value is nowhere but in this answer. */
    @PostMapping("/registrations/{id}/credentials/{name}/reveal")
    String reveal(@PathVariable String id, @PathVariable String name, @RequestParam(defaultValue = "") String reason, Model model,
            HttpServletResponse response) {
        if (!actors.current().may(Role.APPROVER)) {
            throw Refused.forbidden("may-not-reveal", say("registration.your-role-does-not-let"));
        }
        model.addAttribute("asked", name);
        try (var value = reveal.of(id, name, reason, actors.current().name())) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            model.addAttribute("value", value.reveal(CharSequence::toString));
        } catch (Refused refusal) {
            if (refusal.kind() == Refused.Kind.NOT_FOUND) {
                throw refusal;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("wrong", refusal.getMessage());
            model.addAttribute("typedWhy", reason);
        }
        return show(id, model);
    }

    private String show(String id, Model model) {
        model.addAttribute("kinds", CredentialActs.kinds());
        model.addAttribute("mayReveal", actors.current().may(Role.APPROVER));
        var found = registrations.find(id).orElseThrow(() -> unknown(id));
        var worked = onboardings.ofRegistration(id);
        var now = clock.instant();
        adoptions.of(id).ifPresent(adoption -> {
            model.addAttribute("adoption", adoption);
            model.addAttribute("proofTriedAgain", TimeView.of(adoption.nextTry(), now));
            model.addAttribute("adoptedBy", Wording.actor(adoption.by()));
            model.addAttribute("adoptedMeans", adoption.origin().means() == null ? null : Wording.word(adoption.origin().means()).replace('-', ' '));
        });
        model.addAttribute("leansOn", standing.ofRegistration(id));
        model.addAttribute("leanedOnBy", standing.onRegistration(id));
        model.addAttribute("accounts", withdraw.accounts(found));
        if (found.canBeGivenUp() && actors.current().may(Role.OPERATOR)) {
            model.addAttribute("withdrawal", withdraw.look(id));
        }
        addVerification(model, found, now);
        model.addAttribute("history", history.of(found, worked, now));
        model.addAttribute("services", services.of(found, worked, now));
        model.addAttribute("registration", RegistrationView.of(found, catalogue.bankName(found.bank()), credentials.of(id), origins.of(worked),
                registrations.proofs(id), now));
        return "registration";
    }

    /** The part of it that tells how far a check of access is, or what came of the last one. */
    @GetMapping("/registrations/{id}/verification")
    String verification(@PathVariable String id, Model model) {
        var found = registrations.find(id).orElseThrow(() -> unknown(id));
        var now = clock.instant();
        addVerification(model, found, now);
        model.addAttribute("registration", RegistrationView.of(found, catalogue.bankName(found.bank()), List.of(), Map.of(), List.of(), now));
        return "verification :: part";
    }

    private void addVerification(Model model, Registration found, Instant now) {
        model.addAttribute("mayProve", found.standing().isHeld() || found.isAdoptedUnproven());
        model.addAttribute("verification", verifications.of(found.id(), 1).stream().findFirst().map(last -> VerificationView.of(last, now)).orElse(null));
    }

    private static Refused unknown(String id) {
        return Refused.notFound("unknown-registration", say("registration.there-is-no-registration", id));
    }
}
