package io.portolan.console;

import io.portolan.access.Actors;
import io.portolan.search.Kind;
import io.portolan.search.Search;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds anything that has a page: in the dialog of every page while somebody types, or on a page of its own. */
@Controller
class SearchPage {

    private static final int IN_DIALOG = 5;
    private static final int ON_PAGE = 15;
    private static final int OF_ONE_KIND = 100;

    private final Search search;
    private final SearchedPages pages;
    private final Actors actors;
    private final Clock clock;

    SearchPage(Search search, SearchedPages pages, Actors actors, Clock clock) {
        this.search = search;
        this.pages = pages;
        this.actors = actors;
        this.clock = clock;
    }

    @GetMapping("/search")
    String page(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String kind, Model model) {
        var only = Given.word(Kind.class, kind);
        found(q, only, only == null ? ON_PAGE : OF_ONE_KIND, model);
        model.addAttribute("kind", only == null ? "" : kind);
        return "search";
    }

    @GetMapping("/search/dialog")
    String dialog() {
        return "search :: dialog";
    }

    @GetMapping("/search/results")
    String results(@RequestParam(defaultValue = "") String q, Model model) {
        found(q, null, IN_DIALOG, model);
        return "search :: results";
    }

    private void found(String q, Kind only, int each, Model model) {
        var now = clock.instant();
        var actor = actors.current();
        var groups = new ArrayList<FoundView>();
        if (only == null) {
            pages.of(q, actor).ifPresent(groups::add);
        }
        search.of(q, only == null ? Set.of() : Set.of(only), each, actor).groups().forEach(group -> groups.add(FoundView.of(group, q, only != null, now)));
        model.addAttribute("q", q);
        model.addAttribute("groups", groups);
        model.addAttribute("number", groups.stream().map(FoundView::hits).mapToInt(List::size).sum());
    }
}
