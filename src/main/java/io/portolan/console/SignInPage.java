package io.portolan.console;

import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SignInPage {

    @GetMapping("/sign-in")
    String signIn(Principal principal, @RequestParam(required = false) String failed,
            @RequestParam(name = "signed-out", required = false) String signedOut,
            @RequestParam(required = false) String ended, @RequestAttribute(required = false) String tooManyAttempts, Model model) {
        if (principal != null) {
            return "redirect:/";
        }
        model.addAttribute("hasFailed", failed != null);
        model.addAttribute("tooMany", tooManyAttempts);
        model.addAttribute("hasEnded", ended != null);
        model.addAttribute("isSignedOut", signedOut != null);
        return "sign-in";
    }
}
