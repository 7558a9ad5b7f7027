package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.access.Actors;
import io.portolan.access.Approvals;
import io.portolan.access.Role;
import io.portolan.access.SecondPersonNeeded;
import io.portolan.refusal.Refused;
import io.portolan.worklist.Task;
import io.portolan.worklist.Worklist;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.ui.Model;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** What every page of the console shows, and the page for a wish that cannot be granted. */
@ControllerAdvice(basePackageClasses = ConsoleAdvice.class)
class ConsoleAdvice {

    /** Beyond so many open tasks the badge only says that there are more. */
    private static final int COUNTED = 99;

    private static final Worklist.Filter OPEN = new Worklist.Filter(null, null, Task.State.OPEN);

    private final Actors actors;
    private final Worklist worklist;
    private final Approvals approvals;

    ConsoleAdvice(Actors actors, Worklist worklist, Approvals approvals) {
        this.approvals = approvals;
        this.actors = actors;
        this.worklist = worklist;
    }

    /** The frame of a page: where we are, who is signed in, what they may do and read, how many tasks are open, and how many approvals wait for them. */
    record FrameView(String path, String user, boolean mayAct, boolean mayAudit, String openTasks, String approvals) { }

    @ModelAttribute
    void frame(HttpServletRequest request, Principal principal, Model model) {
        if (request.getHeader("HX-Request") != null) {
            return;
        }
        model.addAttribute("frame", frame(request, principal));
    }

    private FrameView frame(HttpServletRequest request, Principal principal) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        if (principal == null) {
            return new FrameView(path, null, false, false, null, null);
        }
        var actor = actors.current();
        if (actor.roles().isEmpty()) {
            // the password was right, and the second step is left
            return new FrameView(path, null, false, false, null, null);
        }
        return new FrameView(path, Wording.actor(actor.name()), actor.may(Role.OPERATOR), actor.may(Role.AUDITOR),
                openTasks(worklist), shown(approvals.waitingFor(actor)));
    }

    /** How many tasks are open, as the frame shows it. */
    static String openTasks(Worklist worklist) {
        return shown(worklist.count(OPEN, COUNTED + 1));
    }

    /** The number as the frame shows it, or null for none. */
    static String shown(long open) {
        return open == 0 ? null : open > COUNTED ? COUNTED + "+" : String.valueOf(open);
    }

    /** Nothing was done yet: the page of the request says so, and what happens next. */
    @ExceptionHandler
    String needed(SecondPersonNeeded needed) {
        return "redirect:/approvals/" + needed.approval().id();
    }

    /** Two have moved the same at the same moment; nothing of the later one's transaction was done. */
    @ExceptionHandler
    ModelAndView meanwhile(ConcurrencyFailureException moved, HttpServletRequest request, HttpServletResponse response, Principal principal) {
        return refused(Refused.conflict("changed-meanwhile", say("error.moved-meanwhile"),
                Map.of()), request, response, principal);
    }

    @InitBinder
    void days(WebDataBinder binder) {
        binder.registerCustomEditor(LocalDate.class, new Days());
    }

    /** A day that was typed by hand, in a browser without a calendar or past it; anything else is told as it always was. */
    @ExceptionHandler
    ModelAndView noSuchDay(MethodArgumentTypeMismatchException wrong, HttpServletRequest request, HttpServletResponse response, Principal principal) {
        if (wrong.getRequiredType() != LocalDate.class) {
            throw wrong;
        }
        return refused(Refused.invalid("invalid-values", say("error.no-such-day", String.valueOf(wrong.getValue())), Map.of(wrong.getName(), say("error.no-such-day.right"))), request, response, principal);
    }

    @ExceptionHandler
    ModelAndView refused(Refused refusal, HttpServletRequest request, HttpServletResponse response, Principal principal) {
        response.setStatus(refusal.kind().status());
        var page = new ModelAndView("error");
        page.addObject("error", ErrorView.of(refusal, refusal.kind().status()));
        page.addObject("frame", frame(request, principal));
        return page;
    }
}
