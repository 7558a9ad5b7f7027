package io.portolan.console;

import io.portolan.access.Actors;
import io.portolan.notice.Delivery;
import io.portolan.notice.WebhookWish;
import io.portolan.notice.Webhooks;
import io.portolan.refusal.Refused;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The webhooks, for admins: who is called with what, how that goes, and what was given up. */
@Controller
class WebhooksPage {

    private static final int ROWS = 50;
    private static final Duration OVERLAP = Duration.ofHours(24);
    private static final String BACK = "redirect:/access/webhooks/{webhook}";

    private final Webhooks webhooks;
    private final Actors actors;
    private final MessageSource messages;
    private final Clock clock;

    WebhooksPage(Webhooks webhooks, Actors actors, MessageSource messages, Clock clock) {
        this.webhooks = webhooks;
        this.actors = actors;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/access/webhooks")
    String list(Model model) {
        return list(WebhookView.Typed.NOTHING, Map.of(), model);
    }

    /** Answers with the page itself and no redirect, so that the secret is nowhere but in this answer. */
    @PostMapping("/access/webhooks")
    String make(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String url, @RequestParam(defaultValue = "") List<String> types,
            @RequestParam(defaultValue = "") String tpps, Model model, HttpServletResponse response) {
        try (var made = webhooks.make(wish(name, url, types, tpps), actors.current().name())) {
            return shown(made, model, response);
        } catch (Refused wrong) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return list(new WebhookView.Typed(name, url, types, tpps), wrong.about().isEmpty() ? Map.of("name", wrong.getMessage()) : wrong.about(), model);
        }
    }

    @GetMapping("/access/webhooks/{webhook}")
    String one(@PathVariable String webhook, @RequestParam(required = false) Long before, Model model) {
        return one(webhook, before, null, Map.of(), model);
    }

    @PostMapping("/access/webhooks/{webhook}")
    String change(@PathVariable String webhook, @RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String url,
            @RequestParam(defaultValue = "") List<String> types, @RequestParam(defaultValue = "") String tpps, Model model, HttpServletResponse response, RedirectAttributes flash) {
        try {
            webhooks.change(webhook, wish(name, url, types, tpps), actors.current().name());
        } catch (Refused wrong) {
            if (wrong.kind() == Refused.Kind.NOT_FOUND) {
                throw wrong;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return one(webhook, null, new WebhookView.Typed(name, url, types, tpps), wrong.about(), model);
        }
        return back(webhook, flash, "webhook.said-changed");
    }

    @PostMapping("/access/webhooks/{webhook}/pause")
    String pause(@PathVariable String webhook, RedirectAttributes flash) {
        webhooks.pause(webhook, actors.current().name());
        return back(webhook, flash, "webhook.said-paused");
    }

    @PostMapping("/access/webhooks/{webhook}/resume")
    String resume(@PathVariable String webhook, RedirectAttributes flash) {
        webhooks.resume(webhook, actors.current().name());
        return back(webhook, flash, "webhook.said-resumed");
    }

    @PostMapping("/access/webhooks/{webhook}/removal")
    String remove(@PathVariable String webhook, RedirectAttributes flash) {
        var name = webhooks.find(webhook).name();
        webhooks.remove(webhook, actors.current().name());
        flash.addFlashAttribute("said", List.of(say("webhook.said-removed", name)));
        return "redirect:/access/webhooks";
    }

    /** Answers with the page itself, as {@link #make}. */
    @PostMapping("/access/webhooks/{webhook}/secret")
    String rotate(@PathVariable String webhook, Model model, HttpServletResponse response) {
        try (var made = webhooks.newSecret(webhook, OVERLAP, actors.current().name())) {
            return shown(made, model, response);
        }
    }

    @PostMapping("/access/webhooks/{webhook}/test")
    String test(@PathVariable String webhook, RedirectAttributes flash) {
        var tried = webhooks.test(webhook);
        flash.addAttribute("webhook", webhook);
        flash.addFlashAttribute("said", List.of(tried.taken() ? say("webhook.said-taken", tried.status(), tried.millis()) : say("webhook.said-failed", tried.note())));
        return BACK;
    }

    @PostMapping("/access/webhooks/{webhook}/deliveries/retry")
    String againAll(@PathVariable String webhook, RedirectAttributes flash) {
        webhooks.again(webhook, null, actors.current().name());
        return back(webhook, flash, "webhook.said-again");
    }

    @PostMapping("/access/webhooks/{webhook}/deliveries/{delivery}/retry")
    String again(@PathVariable String webhook, @PathVariable long delivery, RedirectAttributes flash) {
        webhooks.again(webhook, delivery, actors.current().name());
        return back(webhook, flash, "webhook.said-again");
    }

    private String back(String webhook, RedirectAttributes flash, String said) {
        flash.addAttribute("webhook", webhook);
        flash.addFlashAttribute("said", List.of(say(said)));
        return BACK;
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, java.util.Locale.ENGLISH);
    }

    private static WebhookWish wish(String name, String url, List<String> types, String tpps) {
        return new WebhookWish(name, url, types, Arrays.stream(tpps.split("[,\\s]+")).filter(tpp -> !tpp.isBlank()).toList());
    }

    private String shown(Webhooks.Made made, Model model, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("madeValue", made.secret().reveal(CharSequence::toString));
        return one(made.id(), null, null, Map.of(), model);
    }

    private String list(WebhookView.Typed typed, Map<String, String> wrong, Model model) {
        model.addAttribute("rows", webhooks.all().stream().map(webhook -> WebhookView.of(webhook, clock.instant())).toList());
        model.addAttribute("typed", typed);
        model.addAttribute("wrong", wrong);
        return "webhooks";
    }

    private String one(String id, Long before, WebhookView.Typed typed, Map<String, String> wrong, Model model) {
        var webhook = webhooks.find(id);
        var now = clock.instant();
        var deliveries = webhooks.deliveries(id, null, before, ROWS);
        model.addAttribute("one", WebhookView.of(webhook, now));
        model.addAttribute("rows", deliveries.stream().map(delivery -> WebhookView.Line.of(delivery, now)).toList());
        model.addAttribute("older", deliveries.size() < ROWS ? null : deliveries.get(deliveries.size() - 1).id());
        model.addAttribute("hasDead", webhook.dead() > 0 || deliveries.stream().anyMatch(delivery -> delivery.state() == Delivery.State.DEAD));
        model.addAttribute("typed", typed == null ? WebhookView.Typed.of(webhook) : typed);
        model.addAttribute("wrong", wrong);
        return "webhook";
    }
}
