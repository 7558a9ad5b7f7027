package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.certificate.IdentityUses;
import io.portolan.tpp.Tpps;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Our redirect URIs, and the banks that have each of them. */
@Controller
class RedirectUrisPage {

    /** So many of those who have a redirect URI are shown; the API gives all. */
    private static final int SHOWN = 10;
    private static final int ROWS = 20;

    private final Tpps tpps;
    private final IdentityUses uses;
    private final Catalogue catalogue;
    private final Clock clock;

    RedirectUrisPage(Tpps tpps, IdentityUses uses, Catalogue catalogue, Clock clock) {
        this.tpps = tpps;
        this.uses = uses;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** A redirect URI of an application, for a kind of environment, with who was given it last; {@code hasMore} where these are not all. */
    record UriLine(String uri, String tpp, String application, String environment, List<UseLine> uses, boolean hasMore) { }

    /** A bank that has it. */
    record UseLine(String page, String bank, String environment, TimeView last) { }

    @GetMapping("/redirect-uris")
    String list(@RequestParam(required = false) String tpp, @RequestParam(defaultValue = "0") int from, Model model) {
        var now = clock.instant();
        var of = Given.text(tpp);
        var all = (of == null ? tpps.all() : tpps.of(List.of(of))).stream().flatMap(each -> each.profile().applications().entrySet().stream()
                .flatMap(application -> application.getValue().redirectUris().entrySet().stream().flatMap(kind -> kind.getValue().stream()
                        .map(uri -> new UriLine(uri.toString(), each.id(), application.getKey(), kind.getKey(), List.of(), false))))).toList();
        int first = Math.max(0, from);
        var bare = all.stream().skip(first).limit(ROWS).toList();
        model.addAttribute("only", of == null ? null : say("certificate.of", of));
        model.addAttribute("next", all.size() > first + ROWS ? Address.of("/redirect-uris").with("tpp", of).with("from", first + ROWS).written() : null);
        var latest = uses.latestOfRedirectUris(bare.stream().map(line -> new IdentityUses.Uri(line.tpp(), line.uri())).distinct().toList(), SHOWN + 1).stream()
                .collect(Collectors.groupingBy(use -> new IdentityUses.Uri(use.tpp(), use.redirectUri())));
        model.addAttribute("uris", bare.stream().map(line -> filled(line, latest.getOrDefault(new IdentityUses.Uri(line.tpp(), line.uri()), List.of()), now)).toList());
        return "redirect-uris";
    }

    private UriLine filled(UriLine line, List<IdentityUses.Use> latest, Instant now) {
        return new UriLine(line.uri(), line.tpp(), line.application(), line.environment(), latest.stream().limit(SHOWN).map(use -> new UseLine(CertificatePage.page(use),
                catalogue.bankName(use.bank()), use.environment(), TimeView.of(use.lastAt(), now))).toList(), latest.size() > SHOWN);
    }
}
