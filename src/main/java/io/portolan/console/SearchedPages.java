package io.portolan.console;

import io.portolan.access.Actor;
import io.portolan.access.Role;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The pages of the console itself, by their titles and by what else people call them. */
@Component
class SearchedPages {

    private static final List<Place> PLACES = List.of(new Place("/", "dashboard", Role.VIEWER), new Place("/tasks", "tasks", Role.VIEWER),
            new Place("/tasks?show=mine", "my-tasks", Role.VIEWER), new Place("/onboardings", "onboardings", Role.VIEWER), new Place("/onboardings/new", "onboarding-new", Role.OPERATOR),
            new Place("/campaigns", "campaigns", Role.VIEWER), new Place("/campaigns/new", "campaign-new", Role.OPERATOR), new Place("/registrations", "registrations", Role.VIEWER),
            new Place("/registrations/import", "registration-import", Role.OPERATOR), new Place("/certificates", "certificates", Role.VIEWER),
            new Place("/redirect-uris", "redirect-uris", Role.VIEWER), new Place("/portal-accounts", "portal-accounts", Role.VIEWER), new Place("/mails", "mails", Role.VIEWER),
            new Place("/tpps", "tpps", Role.VIEWER), new Place("/tpps/new", "tpp-new", Role.OPERATOR), new Place("/banks", "banks", Role.VIEWER),
            new Place("/banks/new", "bank-new", Role.OPERATOR), new Place("/banks/coverage", "coverage", Role.VIEWER), new Place("/banks/check", "playbook-check", Role.VIEWER),
            new Place("/journal", "journal", Role.AUDITOR), new Place("/settings", "settings", Role.AUDITOR), new Place("/access", "access", Role.VIEWER), new Place("/access/users", "users", Role.ADMIN));

    private final MessageSource texts;

    SearchedPages(MessageSource texts) {
        this.texts = texts;
    }

    /** A page, and who may open it. */
    private record Place(String path, String name, Role role) { }

    /** The pages that are called so, of those that somebody may open. */
    Optional<FoundView> of(String q, Actor actor) {
        var words = Stream.of(q.toLowerCase(Locale.ROOT).split("\\s+")).filter(word -> word.length() > 1).toList();
        var hits = PLACES.stream().filter(place -> !words.isEmpty() && actor.may(place.role()))
                .filter(place -> words.stream().allMatch((" " + title(place) + " " + text("search.words." + place.name())).toLowerCase(Locale.ROOT)::contains))
                .map(place -> new FoundView.HitView(place.path(), title(place), null, null, null)).toList();
        return hits.isEmpty() ? Optional.empty() : Optional.of(new FoundView("page", hits, null));
    }

    private String title(Place place) {
        return text("search.page." + place.name());
    }

    private String text(String code) {
        return texts.getMessage(code, null, Locale.ENGLISH);
    }
}
