package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.access.SecondFactors;
import io.portolan.access.SecondStep;
import io.portolan.refusal.Refused;
import io.portolan.vault.Secret;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own second factor: set up, asked for at sign-in, removed. Answers that show a secret are the page itself and no redirect, so that it is nowhere else. */
@Controller
class SecondFactorPage {

    private static final String OWN = "/access/second-factor";
    private static final String AT_SIGN_IN = "/sign-in/second-factor";

    private final SecondFactors factors;
    private final SecondStep step;

    SecondFactorPage(SecondFactors factors, SecondStep step) {
        this.factors = factors;
        this.step = step;
    }

    @GetMapping("/sign-in/code")
    String code() {
        return "sign-in-code";
    }

    @PostMapping("/sign-in/code")
    String letIn(@RequestParam(defaultValue = "") String code, Principal principal, HttpServletRequest request, HttpServletResponse response, Model model) {
        try (var typed = Secret.of(code)) {
            return "redirect:" + step.with(principal.getName(), typed, request, response);
        } catch (Refused refusal) {
            wrong(refusal, response, model);
            return "sign-in-code";
        }
    }

    @GetMapping({OWN, AT_SIGN_IN})
    String page(Principal principal, HttpServletRequest request, Model model) {
        var user = principal.getName();
        model.addAttribute("base", base(request));
        if (!model.containsAttribute("isAsked")) {
            model.addAttribute("isAsked", false);
        }
        model.addAttribute("isSetUp", factors.isSetUp(user));
        model.addAttribute("left", factors.recoveryLeft(user));
        return "second-factor";
    }

    @PostMapping({OWN, AT_SIGN_IN})
    String begin(Principal principal, HttpServletRequest request, HttpServletResponse response, Model model) {
        var user = principal.getName();
        try (var seed = factors.begin(user)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            var letters = seed.reveal(CharSequence::toString);
            var link = "otpauth://totp/Portolan:" + URLEncoder.encode(user, StandardCharsets.UTF_8) + "?secret=" + letters + "&issuer=Portolan";
            model.addAttribute("seed", letters.replaceAll(".{4}(?=.)", "$0 "));
            model.addAttribute("link", link);
            model.addAttribute("qr", QrPicture.of(link));
        }
        model.addAttribute("isAsked", true);
        return page(principal, request, model);
    }

    @PostMapping({OWN + "/confirmation", AT_SIGN_IN + "/confirmation"})
    String confirm(@RequestParam(defaultValue = "") String code, Principal principal, HttpServletRequest request, HttpServletResponse response, Model model) {
        try (var typed = Secret.of(code)) {
            var codes = step.confirm(principal.getName(), typed, request, response);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            model.addAttribute("codes", codes.stream().map(SecondFactorPage::shown).toList());
            codes.forEach(Secret::close);
        } catch (Refused refusal) {
            wrong(refusal, response, model);
            model.addAttribute("isAsked", true);
        }
        return page(principal, request, model);
    }

    @PostMapping(OWN + "/removal")
    String remove(@RequestParam(defaultValue = "") String code, Principal principal, HttpServletRequest request, HttpServletResponse response, Model model,
            RedirectAttributes flash) {
        try (var typed = Secret.of(code)) {
            step.remove(principal.getName(), typed, request);
        } catch (Refused refusal) {
            wrong(refusal, response, model);
            return page(principal, request, model);
        }
        flash.addFlashAttribute("said", List.of(say("access.your-second-factor-was-removed")));
        return "redirect:" + OWN;
    }

    private static String base(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length()).startsWith(AT_SIGN_IN) ? AT_SIGN_IN : OWN;
    }

    private static String shown(Secret code) {
        return code.reveal(letters -> letters.toString().replaceAll(".{4}(?=.)", "$0-"));
    }

    private static void wrong(Refused refusal, HttpServletResponse response, Model model) {
        if (refusal.kind() != Refused.Kind.INVALID) {
            throw refusal;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("wrong", refusal.getMessage());
    }
}
