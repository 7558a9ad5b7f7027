package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.access.Actors;
import io.portolan.access.AdministerUsers;
import io.portolan.access.Role;
import io.portolan.access.Users;
import io.portolan.notice.Preferences;
import io.portolan.refusal.Refused;
import io.portolan.tpp.Tpps;
import io.portolan.vault.Secret;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who signs in here, for admins: who they are, what they may do, and whether they may still. */
@Controller
class UsersPage {

    private final Users users;
    private final AdministerUsers administer;
    private final Tpps tpps;
    private final Preferences preferences;
    private final Actors actors;
    private final Clock clock;

    UsersPage(Users users, AdministerUsers administer, Tpps tpps, Preferences preferences, Actors actors, Clock clock) {
        this.users = users;
        this.administer = administer;
        this.tpps = tpps;
        this.preferences = preferences;
        this.actors = actors;
        this.clock = clock;
    }

    @GetMapping("/access/users")
    String list(Model model) {
        return list("", Set.of(Role.OPERATOR), "", Map.of(), model);
    }

    /** Answers with the page itself and no redirect, so that the password is nowhere but in this answer. */
    @PostMapping("/access/users")
    String make(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") Set<Role> roles,
            @RequestParam(defaultValue = "") String tpps, Model model, HttpServletResponse response) {
        var typed = name.strip();
        try (var password = administer.make(typed, roles, known(tpps), actors.current().name())) {
            show(typed, password, model, response);
            return list(model);
        } catch (Refused refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return list(typed, roles, tpps, refusal.kind() == Refused.Kind.CONFLICT ? Map.of("name", refusal.getMessage()) : refusal.about(), model);
        }
    }

    @GetMapping("/access/users/{user}")
    String one(@PathVariable String user, Model model) {
        return one(user, null, null, model);
    }

    @PostMapping("/access/users/{user}/roles")
    String changeRoles(@PathVariable String user, @RequestParam(defaultValue = "") Set<Role> roles, @RequestParam(defaultValue = "") String tpps, Model model, HttpServletResponse response,
            RedirectAttributes flash) {
        return change(user, () -> new AdministerUsers.Change(roles, known(tpps), null), new UsersView.Wanted(roles, tpps), say("access.the-roles-of-were-changed", user), model, response, flash);
    }

    @PostMapping("/access/users/{user}/address")
    String changeAddress(@PathVariable String user, @RequestParam(defaultValue = "") String address, Model model, HttpServletResponse response, RedirectAttributes flash) {
        if (users.find(user).isEmpty()) {
            throw Refused.notFound("unknown-user", say("access.there-is-no-user", user));
        }
        try {
            preferences.address(user, address, actors.current().name());
        } catch (Refused wrong) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("typedAddress", address);
            model.addAttribute("wrongAddress", wrong.about().getOrDefault("address", wrong.getMessage()));
            return one(user, null, null, model);
        }
        flash.addFlashAttribute("said", List.of(address.isBlank() ? say("access.has-no-mail-address-now", user) : say("access.notices-go-to", user, address.strip())));
        flash.addAttribute("user", user);
        return "redirect:/access/users/{user}";
    }

    @PostMapping("/access/users/{user}/state")
    String changeState(@PathVariable String user, @RequestParam boolean disabled, Model model, HttpServletResponse response, RedirectAttributes flash) {
        return change(user, () -> new AdministerUsers.Change(null, null, disabled), null, disabled ? say("access.can-sign-in-no-more", user) : say("access.can-sign-in-again", user),
                model, response, flash);
    }

    private String change(String user, Supplier<AdministerUsers.Change> wish, UsersView.Wanted typed, String said, Model model, HttpServletResponse response, RedirectAttributes flash) {
        try {
            administer.change(user, wish.get(), actors.current().name());
        } catch (Refused refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return one(user, typed, refusal, model);
        }
        flash.addFlashAttribute("said", List.of(said));
        flash.addAttribute("user", user);
        return "redirect:/access/users/{user}";
    }

    /** Answers with the page itself, as {@link #make}. */
    @PostMapping("/access/users/{user}/password")
    String givePassword(@PathVariable String user, Model model, HttpServletResponse response) {
        try (var password = administer.givePassword(user, actors.current().name())) {
            show(user, password, model, response);
        }
        return one(user, null, null, model);
    }

    @PostMapping("/access/users/{user}/unlocking")
    String unlock(@PathVariable String user, RedirectAttributes flash) {
        administer.unlock(user, actors.current().name());
        flash.addFlashAttribute("said", List.of(say("access.may-try-again", user)));
        flash.addAttribute("user", user);
        return "redirect:/access/users/{user}";
    }

    @PostMapping("/access/users/{user}/second-factor-reset")
    String resetSecondFactor(@PathVariable String user, RedirectAttributes flash) {
        administer.resetSecondFactor(user, actors.current().name());
        flash.addFlashAttribute("said", List.of(say("access.has-no-second-factor", user)));
        flash.addAttribute("user", user);
        return "redirect:/access/users/{user}";
    }

    /** The ids that were typed, apart by commas or gaps; each has to be that of a TPP. */
    private Set<String> known(String typed) {
        var ids = Stream.of(typed.split("[\\s,]+")).filter(id -> !id.isEmpty()).collect(Collectors.toSet());
        ids.stream().filter(id -> tpps.find(id).isEmpty()).findFirst().ifPresent(id -> {
            throw Refused.invalid("invalid-user", say("tpp.there-is-no-tpp", id), Map.of("tpps", say("tpp.there-is-no-tpp", id)));
        });
        return ids;
    }

    private static void show(String user, Secret password, Model model, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("madeName", user);
        model.addAttribute("madeValue", password.reveal(CharSequence::toString));
    }

    private String list(String typed, Set<Role> roles, String tpps, Map<String, String> wrong, Model model) {
        var now = clock.instant();
        var lines = users.all().stream().map(user -> UsersView.UserLine.of(user, now)).toList();
        model.addAttribute("access", new UsersView(lines, UsersView.roles(roles), typed, tpps, wrong));
        return "users";
    }

    private String one(String name, UsersView.Wanted typed, Refused refusal, Model model) {
        var user = users.find(name).orElseThrow(() -> Refused.notFound("unknown-user", say("access.there-is-no-user", name)));
        model.addAttribute("address", preferences.of(name).address());
        model.addAttribute("one", UsersView.OneView.of(user, typed, actors.current().name().equals("user:" + name), refusal, clock.instant()));
        return "user";
    }
}
