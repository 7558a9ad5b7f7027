package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.access.Actors;
import io.portolan.access.ChangeOwnPassword;
import io.portolan.access.Role;
import io.portolan.access.Tokens;
import io.portolan.refusal.Refused;
import io.portolan.registration.MakeToken;
import io.portolan.vault.Secret;
import io.portolan.worklist.WorklistSettings;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own password, and for admins the tokens of machines. */
@Controller
class AccessPage {

    private static final int USUAL_DAYS = 90;

    private final Tokens tokens;
    private final MakeToken make;
    private final ChangeOwnPassword ownPassword;
    private final WorklistSettings settings;
    private final Actors actors;
    private final Clock clock;

    AccessPage(Tokens tokens, MakeToken make, ChangeOwnPassword ownPassword, WorklistSettings settings, Actors actors, Clock clock) {
        this.settings = settings;
        this.tokens = tokens;
        this.make = make;
        this.ownPassword = ownPassword;
        this.actors = actors;
        this.clock = clock;
    }

    /** Fills in what is named of a token, as the link of a request for a second person does for whoever comes back to make it. */
    @GetMapping("/access")
    String page(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") Set<Role> roles, @RequestParam(defaultValue = "") String scope,
            @RequestParam(required = false) Instant ends, Model model) {
        var lastDay = settings.lastDay(ends);
        return show(name.isEmpty() ? emptyForm() : new AccessView.TokenForm(name, roles, scope, lastDay, ""), Map.of(), model);
    }

    @PostMapping("/access/password")
    String changePassword(@RequestParam String old, @RequestParam String password, @RequestParam String again, Principal principal,
            HttpSession session, Model model, HttpServletResponse response, RedirectAttributes flash) {
        if (!password.equals(again)) {
            return wrong(emptyForm(), Map.of("again", say("access.not-the-same")), model, response);
        }
        try (var before = Secret.of(old); var after = Secret.of(password)) {
            ownPassword.with(principal.getName(), before, after, session);
        } catch (Refused refusal) {
            return wrong(emptyForm(), wrong(refusal), model, response);
        }
        flash.addFlashAttribute("said", List.of(say("access.your-password-was-changed")));
        return "redirect:/access";
    }

    /** Answers with the page itself and no redirect, so that the token is nowhere but in this answer. */
    @PostMapping("/access/tokens")
    String makeToken(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") Set<Role> roles,
            @RequestParam(defaultValue = "") String scope,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate lastDay, @RequestParam(defaultValue = "") String reason,
            Model model, HttpServletResponse response) {
        try (var made = make.with(new MakeToken.Wish(name.strip(), roles, ids(scope), settings.endOfLast(lastDay), reason), actors.current().name())) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            model.addAttribute("madeName", name.strip());
            model.addAttribute("madeValue", made.reveal(CharSequence::toString));
            return show(emptyForm(), Map.of(), model);
        } catch (Refused refusal) {
            return wrong(new AccessView.TokenForm(name, roles, scope, lastDay, reason), wrong(refusal), model, response);
        }
    }

    @PostMapping("/access/tokens/{name}/revocation")
    String revokeToken(@PathVariable String name, RedirectAttributes flash) {
        tokens.revoke(name, actors.current().name());
        flash.addFlashAttribute("said", List.of(say("access.the-token-lets-nobody-in", name)));
        return "redirect:/access";
    }

    private AccessView.TokenForm emptyForm() {
        return new AccessView.TokenForm("", Set.of(), "", LocalDate.ofInstant(clock.instant(), settings.zone()).plusDays(USUAL_DAYS), "");
    }

    private static Set<String> ids(String typed) {
        return Stream.of(typed.split("[\\s,]+")).filter(id -> !id.isEmpty()).collect(Collectors.toSet());
    }

    private static Map<String, String> wrong(Refused refusal) {
        if (refusal.code().equals("reason-required")) {
            return Map.of("reason", refusal.getMessage());
        }
        return refusal.kind() == Refused.Kind.CONFLICT ? Map.of("name", refusal.getMessage()) : refusal.about();
    }

    private String wrong(AccessView.TokenForm typed, Map<String, String> wrong, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return show(typed, wrong, model);
    }

    private String show(AccessView.TokenForm typed, Map<String, String> wrong, Model model) {
        var actor = actors.current();
        var now = clock.instant();
        boolean admin = actor.may(Role.ADMIN);
        var lines = admin ? tokens.all().stream().map(token -> AccessView.TokenLine.of(token, now))
                .sorted(Comparator.comparing(line -> !line.isValid())).toList() : List.<AccessView.TokenLine>of();
        model.addAttribute("access", new AccessView(Wording.actor(actor.name()), !actor.isOfProvider(), admin, lines, AccessView.roles(typed.roles()), typed, wrong));
        return "access";
    }
}
