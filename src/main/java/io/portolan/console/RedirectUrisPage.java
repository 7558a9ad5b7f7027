package io.portolan.console;

import io.portolan.certificate.IdentityUses;
import io.portolan.tpp.Tpps;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Our redirect URIs, and the banks that have each of them. */
@Controller
class RedirectUrisPage {

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

    /** A redirect URI of an application, for a kind of environment. */
    record UriLine(String uri, String tpp, String application, String environment, List<UseLine> uses) { }

    /** A bank that has it. */
    record UseLine(String page, String bank, String environment, TimeView last) { }

    @GetMapping("/redirect-uris")
    String list(Model model) {
        model.addAttribute("uris", tpps.all().stream().flatMap(tpp -> tpp.profile().applications().entrySet().stream()
                .flatMap(application -> application.getValue().redirectUris().entrySet().stream().flatMap(kind -> kind.getValue().stream()
                        .map(uri -> new UriLine(uri.toString(), tpp.id(), application.getKey(), kind.getKey(), uses(tpp.id(), uri.toString())))))).toList());
        return "redirect-uris";
    }

    private List<UseLine> uses(String tpp, String uri) {
        var now = clock.instant();
        return uses.ofRedirectUri(tpp, uri).stream().map(use -> new UseLine(CertificatePage.page(use), catalogue.bankName(use.bank()), use.environment(),
                TimeView.of(use.lastAt(), now))).toList();
    }
}
