package io.portolan.console;

import io.portolan.access.Actors;
import io.portolan.onboarding.Onboarding;
import io.portolan.onboarding.Onboardings;
import io.portolan.onboarding.StartOnboarding;
import io.portolan.onboarding.StartRequest;
import io.portolan.refusal.Refused;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of onboardings, and the form that starts one. */
@Controller
class OnboardingsPage {

    private static final int ROWS = 50;

    private final Onboardings onboardings;
    private final StartOnboarding start;
    private final StartChoices choices;
    private final Catalogue catalogue;
    private final WhereChoices where;
    private final Actors actors;
    private final Clock clock;

    OnboardingsPage(Onboardings onboardings, StartOnboarding start, StartChoices choices,
            Catalogue catalogue, WhereChoices where, Actors actors, Clock clock) {
        this.onboardings = onboardings;
        this.start = start;
        this.choices = choices;
        this.catalogue = catalogue;
        this.where = where;
        this.actors = actors;
        this.clock = clock;
    }

    /** A status with how many onboardings are in it, as a link that filters by it. */
    record CountView(BadgeView status, long count, boolean isChosen) {

        /** How many, as far as they were counted. */
        public String shown() {
            return Counted.shown(count);
        }
    }

    @GetMapping("/onboardings")
    String list(@ModelAttribute OnboardingFilter filter, @RequestParam(required = false) String cursor, Model model) {
        var now = clock.instant();
        var page = onboardings.page(filter.asked(now), cursor, ROWS);
        model.addAttribute("rows", page.items().stream()
                .map(found -> OnboardingView.of(found, catalogue.bankName(found.bank()), now)).toList());
        model.addAttribute("next", page.next() == null ? null : filter.next(page.next()));
        model.addAttribute("counts", counts(filter, now));
        model.addAttribute("filter", filter);
        model.addAttribute("where", where.of(filter.bank(), filter.tpp(), filter.kind()));
        return "onboardings";
    }

    private List<CountView> counts(OnboardingFilter filter, Instant now) {
        var chosen = filter.status();
        var counts = onboardings.counts(filter.asked(now), Counted.MOST);
        var views = new ArrayList<CountView>();
        for (var status : Onboarding.Status.values()) {
            long count = counts.getOrDefault(status, 0L);
            if (count > 0 || Wording.word(status).equals(chosen)) {
                views.add(new CountView(BadgeView.of(status), count, Wording.word(status).equals(chosen)));
            }
        }
        return views;
    }

    @GetMapping("/onboardings/new")
    String form(@ModelAttribute StartForm form, Model model) {
        model.addAttribute("start", choices.of(form, null));
        return "onboarding-new";
    }

    @PostMapping("/onboardings")
    String start(@ModelAttribute StartForm form, Model model, HttpServletResponse response) {
        try {
            var request = new StartRequest(form.tpp(), form.bank(), blankAsNull(form.branch()), form.environment(),
                    blankAsNull(form.application()), form.services(), blankAsNull(form.route()), null, null, blankAsNull(form.despiteUsed()));
            return "redirect:/onboardings/" + start.with(request, actors.current().name()).id();
        } catch (Refused refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("start", choices.of(form, refusal));
            return "onboarding-new";
        }
    }

    private static String blankAsNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
