package io.portolan.onboarding;

import static io.portolan.onboarding.PreflightReport.Subject.REDIRECT_URI;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether there is a redirect URI for this environment, where a leg hands one over. */
@Component
@Order(8)
class CheckRedirects implements PreflightCheck {

    @Override
    public void check(AskedRoute asked, PreflightFindings findings) {
        var places = asked.places();
        var legs = Stream.of("application.redirect-uri", "application.redirect-uris").flatMap(place ->
                places.getOrDefault(place, List.of()).stream()).distinct().toList();
        var wish = asked.wish();
        var application = asked.tpp().profile().applications().get(wish.application());
        if (legs.isEmpty() || application == null) {
            return;
        }
        var bank = wish.playbook().playbook().bank();
        var uris = application.redirectUris(bank, wish.environmentName(), wish.environmentKind());
        var where = wish.environmentKind() + " environments, or for " + bank + "/" + wish.environmentName() + " alone";
        if (!uris.isEmpty()) {
            findings.fine(REDIRECT_URI, "redirect-uri-there", "redirect-uri", "Account holders come back to " + uris.stream().map(URI::toString)
                    .collect(Collectors.joining(" or ")) + ".");
        } else if (asked.mayRedirect()) {
            findings.error(REDIRECT_URI, "redirect-uri-missing", "redirect-uri", "This bank sends account holders back to us, and the application "
                    + wish.application() + " has no redirect URI for " + where + ".");
        } else {
            findings.warning(REDIRECT_URI, "redirect-uri-missing", "redirect-uri", "No account holder of this bank is sent back to us, but " + AskedRoute.said(legs)
                    + " asks for a redirect URI, and the application " + wish.application() + " has none for " + where + ".");
        }
    }
}
