package io.portolan.console;

import io.portolan.access.SingleSignOn;
import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The page to sign in, with what has become of the last try. */
@Controller
class SignInPage {

    private final SingleSignOn singleSignOn;

    SignInPage(SingleSignOn singleSignOn) {
        this.singleSignOn = singleSignOn;
    }

    @GetMapping("/sign-in")
    String signIn(Principal principal, @RequestParam(required = false) String failed,
            @RequestParam(name = "signed-out", required = false) String signedOut,
            @RequestParam(name = "no-role", required = false) String noRole,
            @RequestParam(name = "elsewhere-failed", required = false) String elsewhereFailed, @RequestParam(required = false) String unreachable,
            @RequestParam(required = false) String ended,
            @RequestAttribute(required = false) String tooManyAttempts, Model model) {
        if (principal != null) {
            return "redirect:/";
        }
        var elsewhere = singleSignOn.name().orElse(null);
        model.addAttribute("elsewhere", elsewhere);
        model.addAttribute("elsewhereAddress", singleSignOn.address());
        model.addAttribute("isLocalOn", singleSignOn.isLocalOn());
        model.addAttribute("hasNoRole", elsewhere != null && noRole != null);
        model.addAttribute("hasFailedElsewhere", elsewhere != null && elsewhereFailed != null);
        model.addAttribute("isUnreachable", elsewhere != null && unreachable != null);
        model.addAttribute("hasFailed", failed != null);
        model.addAttribute("tooMany", tooManyAttempts);
        model.addAttribute("hasEnded", ended != null);
        model.addAttribute("isSignedOut", signedOut != null);
        return "sign-in";
    }
}
