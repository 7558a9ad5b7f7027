package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.access.Actors;
import io.portolan.journal.JournalSearch;
import io.portolan.journal.VerifyJournal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The whole journal: looked through, handed out as a signed file, and checked. */
@Controller
class JournalPage {

    private static final int ROWS = 50;

    private final JournalSearch search;
    private final VerifyJournal verify;
    private final Catalogue catalogue;
    private final Actors actors;
    private final Clock clock;

    JournalPage(JournalSearch search, VerifyJournal verify, Catalogue catalogue, Actors actors, Clock clock) {
        this.search = search;
        this.verify = verify;
        this.catalogue = catalogue;
        this.actors = actors;
        this.clock = clock;
    }

    /** What was typed; {@code to} is the last day that is wanted. */
    record Filter(@DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from, @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to, String actor,
            String act, String about, String chain, String words) {

        /** Whether anything is asked for. */
        public boolean isSet() {
            return !query().equals(JournalSearch.Query.ALL);
        }

        JournalSearch.Query query() {
            var wanted = Arrays.stream(JournalSearch.About.values()).filter(each -> Wording.word(each).equals(about)).findFirst().orElse(null);
            return new JournalSearch.Query(begin(from), to == null ? null : begin(to.plusDays(1)), actor, act, wanted, chain, words);
        }

        private static Instant begin(LocalDate day) {
            return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
        }

        /** The address of this search here or, with the names that the API has, of its file. */
        String address(String path, boolean forApi, String cursor) {
            var asked = new LinkedHashMap<String, Object>();
            asked.put("from", from);
            asked.put(forApi ? "before" : "to", forApi && to != null ? to.plusDays(1) : to);
            asked.putAll(said());
            asked.put("cursor", cursor);
            var address = UriComponentsBuilder.fromPath(path);
            var values = new LinkedHashMap<String, Object>();
            asked.forEach((name, value) -> {
                if (value != null && !value.toString().isBlank()) {
                    address.queryParam(name, "{" + name + "}");
                    values.put(name, value);
                }
            });
            return address.encode().buildAndExpand(values).toUriString();
        }

        private Map<String, String> said() {
            var said = new LinkedHashMap<String, String>();
            said.put("actor", actor);
            said.put("act", act);
            said.put("about", about);
            said.put("chain", chain);
            said.put("words", words);
            return said;
        }
    }

    /** An entry as a line; {@code href} leads to what it is about, or is null. */
    record Line(TimeView at, String actor, String what, String act, String about, String chain, String href, long position, String leg, String detail,
            List<EvidenceItem> evidence) { }

    /** A word to choose. */
    record Choice(String word, String label) { }

    /** How the check stands, in words; {@code percent} is null unless it runs and it is known of how many. */
    record CheckView(boolean isRunning, String tone, String label, String sentence, Long percent) { }

    @GetMapping("/journal")
    String page(Filter filter, @RequestParam(required = false) String cursor, Model model) {
        var page = search.page(filter.query(), cursor, ROWS);
        var now = clock.instant();
        model.addAttribute("rows", page.lines().stream().map(line -> line(line, now)).toList());
        model.addAttribute("filter", filter);
        model.addAttribute("acts", search.acts().stream().map(act -> new Choice(act, Wording.act(act) + " (" + act + ")")).toList());
        model.addAttribute("abouts", Arrays.stream(JournalSearch.About.values()).filter(about -> about != JournalSearch.About.OTHER).map(about -> new Choice(Wording.word(about), label(about))).toList());
        model.addAttribute("older", page.next() == null ? null : filter.address("/journal", false, page.next()));
        model.addAttribute("export", filter.address("/api/v1/journal/export", true, null));
        model.addAttribute("check", check());
        return "journal";
    }

    @PostMapping("/journal/verification")
    String verify() {
        verify.start(actors.current().name());
        return "redirect:/journal#verification";
    }

    @GetMapping("/journal/verification")
    String verification(Model model) {
        model.addAttribute("check", check());
        return "journal :: check";
    }

    private CheckView check() {
        var check = verify.latest();
        if (check == null) {
            return null;
        }
        var by = Wording.actor(check.by());
        return switch (check.state()) {
            case RUNNING -> new CheckView(true, "active", say("journal.checking"), check.of() == 0 ? say("journal.it-has-begun") : say("journal.of-chains-entries-so-far", check.done(), check.of(), check.entries()), check.of() == 0 ? null : check.done() * 100 / check.of());
            case INTACT -> new CheckView(false, "done", say("journal.journal-intact"), say("journal.all-entries-fit-their-hashes", check.entries(), asked(check, by)), null);
            case BROKEN -> new CheckView(false, "rejected", say("journal.journal-broken"), say("journal.something-was-changed-or-taken", check.problem(), asked(check, by)), null);
            case CUT_OFF -> new CheckView(false, "rejected", say("journal.not-finished"), check.problem(), null);
        };
    }

    private String asked(VerifyJournal.Check check, String by) {
        return say("journal.asked-for-by-ended", by, TimeView.of(check.endedAt(), clock.instant()).absolute());
    }

    private Line line(JournalSearch.Line line, Instant now) {
        var act = line.entry().act();
        var href = switch (line.about()) {
            case ONBOARDING -> "/onboardings/" + act.chain();
            case REGISTRATION -> "/registrations/" + act.chain();
            case TPP -> "/tpps/" + act.chain().substring("tpp:".length());
            default -> null;
        };
        return new Line(TimeView.of(line.entry().at(), now), Wording.actor(act.actor()), Wording.act(act.name()), act.name(), label(line.about()), act.chain(), href,
                line.entry().position(), act.leg(), act.detail(), catalogue.evidence(act.evidence()));
    }

    private static String label(JournalSearch.About about) {
        return about == JournalSearch.About.TPP ? "TPP" : Wording.sentence(about);
    }
}
