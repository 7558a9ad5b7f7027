package io.portolan.console;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page for what fails and nobody foresaw, for browsers. */
@Controller
class ErrorPage implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPage.class);

    private final PageAbove above;

    ErrorPage(PageAbove above) {
        this.above = above;
    }

    @RequestMapping(path = "/error", produces = MediaType.TEXT_HTML_VALUE)
    String error(HttpServletRequest request, HttpServletResponse response, Model model) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        var address = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (status == 405 && "GET".equals(request.getMethod())) {
            // the address of a form that was refused, or whose answer was a page, opened again: its page is above it
            return "redirect:" + above.of(address.substring(request.getContextPath().length()));
        }
        String id = null;
        if (status >= 500) {
            id = UUID.randomUUID().toString();
            LOG.error("page {} failed, id {}", address, id,
                    request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        }
        response.setStatus(status);
        model.addAttribute("error", ErrorView.of(status, id, "GET".equals(request.getMethod())));
        if (status >= 500) {
            // what has failed may be what the frame counts
            var user = request.getUserPrincipal();
            model.addAttribute("frame", new ConsoleAdvice.FrameView("", user == null ? null : user.getName(), false, false, null, null));
        }
        return "error";
    }
}
