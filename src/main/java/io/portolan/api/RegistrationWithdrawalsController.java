package io.portolan.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.portolan.access.Actors;
import io.portolan.onboarding.WithdrawRegistration;
import io.portolan.refusal.Refused;
import io.portolan.registration.Grants;
import io.portolan.registration.Registration;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/registrations/{id}/withdrawal")
@Tag(name = "Registrations")
class RegistrationWithdrawalsController {

    private final WithdrawRegistration withdraw;
    private final Grants grants;
    private final Actors actors;

    RegistrationWithdrawalsController(WithdrawRegistration withdraw, Grants grants, Actors actors) {
        this.withdraw = withdraw;
        this.grants = grants;
        this.actors = actors;
    }

    /** Why it is given up, and whether a person does it although the playbook has a route for it. */
    record WithdrawalBody(String reason, Boolean byHand) { }

    /** An account at a portal that stays, and the other banks at which the TPP has a registration that needs it. */
    record AccountLeftView(String key, String portal, String environment, String login, List<String> usedBy) { }

    /** What a withdrawal would do: by the route, or null by a person; what the playbook says of it; what there is at the bank; who builds on it; which accounts stay; what is under way. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record LookView(String route, String told, List<String> existsAtBank, List<String> leaning, List<AccountLeftView> accounts, String underWay) { }

    /** How the registration stands now, the onboarding that has the bank remove it or null, and what a task asks people to see to. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record GivenUpView(RegistrationView registration, String onboarding, List<String> existsAtBank) { }

    @GetMapping
    @Operation(summary = "What withdrawing a registration would do", description = "route is the one by which Portolan has the bank remove it, or null where a person has to; told is what the"
            + " playbook says of that; leaning is where others build on it; accounts are those at portals that stay, with the banks at which another registration needs them; underWay an onboarding for it that has to end first.")
    LookView look(@PathVariable String id) {
        var look = withdraw.look(id);
        return new LookView(look.route(), look.told().isBlank() ? null : look.told(), look.existsAtBank(), look.leaning(),
                look.accounts().stream().map(account -> new AccountLeftView(account.key(), account.portal(), account.environment(), account.login(), account.usedBy())).toList(), look.underWay());
    }

    @PostMapping
    @Operation(summary = "Withdraw a registration at which the bank lets us in, or that was taken in", description = "By the bank's own route an onboarding has the bank remove it; until then it stands as before."
            + " Where there is none, or byHand is true, it counts as withdrawn at once, and a task asks people for what is left at the bank. Machines are given none of its"
            + " credentials then, and once nothing is left at the bank its secrets are forgotten for good.")
    GivenUpView withdraw(@PathVariable String id, @RequestBody WithdrawalBody body) {
        if (body.reason() == null || body.reason().isBlank()) {
            throw Refused.invalid("missing-values", "A withdrawal needs a reason.", Map.of("reason", "is missing"));
        }
        var withdrawn = withdraw.with(id, Boolean.TRUE.equals(body.byHand()), body.reason().strip(), actors.current().name());
        return new GivenUpView(view(withdrawn.registration()), withdrawn.onboarding() == null ? null : withdrawn.onboarding().id(), withdrawn.existsAtBank());
    }

    private RegistrationView view(Registration registration) {
        return RegistrationView.of(registration, null, grants.of(registration.id()));
    }
}
