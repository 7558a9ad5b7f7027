package io.portolan.api;

import io.portolan.access.Actors;
import io.portolan.refusal.Refused;
import io.portolan.search.Found;
import io.portolan.search.Hit;
import io.portolan.search.Kind;
import io.portolan.search.Search;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/search")
@Tag(name = "Search", description = "Anything by what it is called")
class SearchController {

    private static final int USUAL = 10;
    private static final int MOST = 100;

    private final Search search;
    private final Actors actors;

    SearchController(Search search, Actors actors) {
        this.search = search;
        this.actors = actors;
    }

    /** What was found, by kind. */
    record FoundView(List<GroupView> groups) {

        static FoundView of(Found found) {
            return new FoundView(found.groups().stream().map(group -> new GroupView(Words.of(group.kind()), group.hits().stream().map(HitView::of).toList(), group.more())).toList());
        }
    }

    /** Things of a kind, the newest first. */
    record GroupView(String kind, List<HitView> items, boolean more) { }

    /** A thing, with the address of its page. */
    record HitView(String id, String title, String note, String tpp, String bank, String state, Instant at, String page) {

        static HitView of(Hit hit) {
            return new HitView(hit.id(), hit.title(), hit.note(), hit.tpp(), hit.bank(), hit.state() == null ? null : hit.state().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                    hit.at(), hit.page());
        }
    }

    @GetMapping
    @Operation(summary = "Find anything by what it is called", description = "Every word of `q` must be the beginning of a word of the thing, or name its bank or its TPP; case and accents"
            + " count for nothing, and words of one letter are left out. What is found: banks (name, BIC, country), TPPs (name, licence number), onboardings and registrations (id,"
            + " client id, reference), tasks, certificates (serial number, subject, fingerprint), mails (sender, subject), portal accounts (login), campaigns, playbooks, for admins"
            + " users, and for auditors acts of the journal. The newest of each kind come first; `more` says that there are more than `limit`.")
    FoundView find(@Parameter(example = "harbour production") @RequestParam(defaultValue = "") String q,
            @Parameter(description = "Kinds, with commas between them; all where none is named", example = "bank,onboarding") @RequestParam(defaultValue = "") String kinds,
            @Parameter(description = "How many of each kind at most: 10, at most 100") @RequestParam(required = false) Integer limit) {
        if (q.isBlank()) {
            throw Refused.invalid("missing-field", "Say in q what you look for.", Map.of("q", "missing"));
        }
        if (limit != null && (limit < 1 || limit > MOST)) {
            throw Refused.invalid("invalid-limit", "limit must be between 1 and " + MOST + ".", Map.of("limit", "between 1 and " + MOST));
        }
        return FoundView.of(search.of(q, kinds(kinds), limit == null ? USUAL : limit, actors.current()));
    }

    private static Set<Kind> kinds(String kinds) {
        return Stream.of(kinds.split(",")).map(String::strip).filter(word -> !word.isEmpty()).map(word -> Words.read(Kind.class, "kinds", word))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
    }
}
