package io.portolan.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.portolan.access.Look;
import io.portolan.access.Looks;
import io.portolan.access.Users;
import io.portolan.refusal.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/users/{user}/look")
@Tag(name = "Users", description = "The people who sign in with a password of ours; for admins")
class LookController {

    private final Looks looks;
    private final Users users;

    LookController(Looks looks, Users users) {
        this.looks = looks;
        this.users = users;
    }

    /** How a user sees pages. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record LookView(String user, String look, String zone) {

        static LookView of(String user, Look look) {
            return new LookView(user, look.look() == null ? "system" : look.look(), look.zone());
        }
    }

    /** How a user is to see pages. */
    record LookWish(String look, String zone) { }

    @GetMapping
    @Operation(summary = "How a user sees pages", description = "`look` is `light`, `dark`, or `system` where pages are as the system of the browser is; `zone` is that of the times on pages,"
            + " or null for that of the browser.")
    LookView one(@PathVariable String user) {
        return LookView.of(known(user), looks.of(user).orElse(new Look(null, null)));
    }

    @PutMapping
    @Operation(summary = "Set how a user sees pages", description = "Users choose it themselves under *Access*. It is theirs in every browser that they sign in with, from the next page on.")
    LookView set(@PathVariable String user, @RequestBody LookWish wish) {
        var look = Look.of(wish.look(), wish.zone());
        looks.keep(known(user), look);
        return LookView.of(user, look);
    }

    private String known(String user) {
        return users.find(user).map(Users.User::name).orElseThrow(() -> Refused.notFound("unknown-user", "There is no user " + user + "."));
    }
}
