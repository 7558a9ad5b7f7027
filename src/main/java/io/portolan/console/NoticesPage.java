package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.access.Actors;
import io.portolan.notice.EventType;
import io.portolan.notice.NoticeWish;
import io.portolan.notice.Preferences;
import io.portolan.refusal.Refused;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What somebody is told of by mail, for themselves. */
@Controller
class NoticesPage {

    private static final String AT_ONCE = "at-once";
    private static final String DAILY = "daily";

    private final Preferences preferences;
    private final Actors actors;
    private final MessageSource messages;
    private final Clock clock;

    NoticesPage(Preferences preferences, Actors actors, MessageSource messages, Clock clock) {
        this.preferences = preferences;
        this.actors = actors;
        this.messages = messages;
        this.clock = clock;
    }

    /** A type and how it is told: {@code off}, {@code at-once} or {@code daily}. */
    record Line(String word, String meaning, String how) { }

    /** A mail as a line. */
    record MailLine(String subject, String address, BadgeView state, String note, TimeView madeAt, TimeView nextAt) { }

    /** What was typed or is kept. */
    record Typed(String address, List<Line> lines, String hour, String zone) { }

    @GetMapping("/access/notices")
    String page(Model model) {
        var wished = preferences.of(user());
        return page(new Typed(wished.address(), lines(type -> wished.atOnce().contains(type) ? AT_ONCE : wished.daily().contains(type) ? DAILY : "off"),
                String.valueOf(wished.hour()), wished.zone().getId()), Map.of(), model);
    }

    @PostMapping("/access/notices")
    String set(@RequestParam Map<String, String> form, Model model, HttpServletResponse response, RedirectAttributes flash) {
        try {
            preferences.set(user(), new NoticeWish(form.get("address"), told(form, AT_ONCE), told(form, DAILY), hour(form.get("hour")), form.get("zone")), actors.current().name());
        } catch (Refused wrong) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(new Typed(form.get("address"), lines(type -> form.getOrDefault(type.word(), "off")), form.get("hour"), form.get("zone")), wrong.about(), model);
        }
        flash.addFlashAttribute("said", List.of(messages.getMessage("notice.said-kept", null, Locale.ENGLISH)));
        return "redirect:/access/notices";
    }

    private String page(Typed typed, Map<String, String> wrong, Model model) {
        var now = clock.instant();
        model.addAttribute("typed", typed);
        model.addAttribute("wrong", wrong);
        model.addAttribute("zones", new TreeSet<>(ZoneId.getAvailableZoneIds()));
        model.addAttribute("mails", preferences.mails(user()).stream().map(mail -> new MailLine(mail.subject(), mail.address(), switch (mail.state()) {
            case WAITING -> new BadgeView("waiting", say("notice.waiting"), "waiting");
            case SENT -> new BadgeView("sent", say("notice.sent"), "done");
            case DEAD -> new BadgeView("dead", say("notice.given-up"), "rejected");
        }, mail.note(), TimeView.of(mail.madeAt(), now), TimeView.of(mail.nextAt(), now))).toList());
        return "notices";
    }

    private List<Line> lines(java.util.function.Function<EventType, String> how) {
        var actor = actors.current();
        return Arrays.stream(EventType.values()).filter(type -> actor.may(type.role())).map(type -> new Line(type.word(), type.meaning(), how.apply(type))).toList();
    }

    private static List<String> told(Map<String, String> form, String how) {
        return Arrays.stream(EventType.values()).map(EventType::word).filter(word -> how.equals(form.get(word))).toList();
    }

    private static Integer hour(String typed) {
        try {
            return typed == null || typed.isBlank() ? null : Integer.valueOf(typed.strip());
        } catch (NumberFormatException none) {
            return -1;
        }
    }

    /** A token has no mail address, and this page is for people. */
    private String user() {
        var name = actors.current().name();
        if (!name.startsWith("user:")) {
            throw Refused.conflict("no-user", say("notice.only-users"), Map.of());
        }
        return name.substring("user:".length());
    }
}
