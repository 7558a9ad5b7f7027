package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.access.Actors;
import io.portolan.access.Look;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes the choice of light or dark, and of the zone that times are shown in. */
@Controller
class LookPage {

    private final Reader reader;
    private final Actors actors;

    LookPage(Reader reader, Actors actors) {
        this.reader = reader;
        this.actors = actors;
    }

    @PostMapping("/access/look")
    String keep(@RequestParam(defaultValue = "system") String look, @RequestParam(defaultValue = "") String zone, HttpServletRequest request, HttpServletResponse response,
            RedirectAttributes flash) {
        reader.keep(actors.current().name(), Look.of(look, zone), request, response);
        flash.addFlashAttribute("said", List.of(say("look.kept")));
        return "redirect:/access";
    }
}
