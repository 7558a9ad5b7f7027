package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.refusal.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes the choice of light or dark, and of the zone that times are shown in. */
@Controller
class LookPage {

    @PostMapping("/access/look")
    String keep(@RequestParam(defaultValue = "system") String look, @RequestParam(defaultValue = "") String zone, HttpServletRequest request,
            HttpServletResponse response, RedirectAttributes flash) {
        if (!zone.isEmpty() && !Reader.isKnown(zone)) {
            throw Refused.invalid("unknown-zone", say("look.unknown-zone"), Map.of());
        }
        Reader.keep(look, zone, request, response);
        flash.addFlashAttribute("said", List.of(say("look.kept")));
        return "redirect:/access";
    }
}
