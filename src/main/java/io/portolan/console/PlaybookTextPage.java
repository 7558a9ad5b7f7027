package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.playbook.Explanation;
import io.portolan.playbook.Playbook;
import io.portolan.playbook.PlaybookTexts;
import io.portolan.playbook.Playbooks;
import io.portolan.refusal.Refused;
import java.time.Clock;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A bank's playbook as it is written, in each of its versions, and told in plain sentences. */
@Controller
class PlaybookTextPage {

    private static final int SHORT = 12;

    private final Playbooks playbooks;
    private final PlaybookTexts texts;
    private final Clock clock;

    PlaybookTextPage(Playbooks playbooks, PlaybookTexts texts, Clock clock) {
        this.playbooks = playbooks;
        this.texts = texts;
        this.clock = clock;
    }

    /** A version in the list of all. */
    record VersionLine(String hash, String shortHash, String source, TimeView usedAt, boolean isCurrent, boolean isShown) { }

    /** A playbook as it is written. */
    record TextView(String bank, String name, String hash, boolean isGeneric, List<CodeLine> lines, List<VersionLine> versions) { }

    /** A route of an environment, to choose it. */
    record RouteChoice(String environment, String route, boolean isOnly) { }

    /** A playbook in plain sentences, or only one of its routes. */
    record SentencesView(String bank, String name, String version, String checkedOn, String environment, String route, boolean isGeneric, List<RouteChoice> choices,
            Explanation explanation) { }

    @GetMapping("/banks/{id}/playbook")
    String text(@PathVariable String id, @RequestParam(required = false) String version, Model model) {
        var current = current(id);
        var hash = version == null ? current.hash() : version;
        var now = clock.instant();
        var lines = CodeLine.of(found(id, hash));
        var versions = texts.of(id).stream().map(each -> new VersionLine(each.hash(), each.hash().substring(0, SHORT), each.source().replaceFirst("^classpath:", say("playbook.packed")),
                TimeView.of(each.usedAt(), now), each.hash().equals(current.hash()), each.hash().equals(hash))).toList();
        model.addAttribute("playbook", new TextView(id, current.playbook().name(), hash, current.isGeneric(), lines, versions));
        return "playbook";
    }

    @GetMapping("/banks/{id}/playbook.yaml")
    ResponseEntity<String> save(@PathVariable String id, @RequestParam(required = false) String version) {
        return DraftPage.saved(id + ".yaml", DraftPage.YAML, found(id, version == null ? current(id).hash() : version));
    }

    @GetMapping("/banks/{id}/explain")
    String explain(@PathVariable String id, @RequestParam(required = false) String environment, @RequestParam(required = false) String route, Model model) {
        var current = current(id);
        var playbook = current.playbook();
        model.addAttribute("told", new SentencesView(id, playbook.name(), current.shortHash(), String.valueOf(playbook.checkedOn()), environment, route, current.isGeneric(),
                choices(playbook), Explanation.of(playbook, environment, route)));
        return "explanation";
    }

    private static List<RouteChoice> choices(Playbook playbook) {
        return playbook.environments().entrySet().stream().flatMap(each -> each.getValue().routes().stream()
                .map(route -> new RouteChoice(each.getKey(), route.name(), each.getValue().routes().size() == 1))).toList();
    }

    private Playbooks.Versioned current(String bank) {
        return playbooks.current(bank).orElseThrow(() -> Refused.notFound("unknown-bank", say("playbook.there-is-no-bank", bank)));
    }

    private String found(String bank, String hash) {
        return texts.text(bank, hash).orElseThrow(() -> Refused.notFound("unknown-version", say("playbook.the-playbook-of-has-no", bank)));
    }
}
