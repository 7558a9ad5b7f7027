package io.portolan.api;

import io.portolan.access.Actors;
import io.portolan.leg.ReceivedMails;
import io.portolan.refusal.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/mails")
@Tag(name = "Mails", description = "The mails that came, above all those of which nobody knows whose they are")
class MailsController {

    private static final String ALL = "all";

    private final ReceivedMails mails;
    private final Actors actors;

    MailsController(ReceivedMails mails, Actors actors) {
        this.mails = mails;
        this.actors = actors;
    }

    /** Whose a mail is. */
    record AssignmentBody(String onboarding) { }

    /** What is to be remembered of a mail that no onboarding needs. */
    record FilingBody(String note) { }

    @GetMapping
    @Operation(summary = "List mails, newest first", description = "state is homeless unless said otherwise; all fits every state. tpp for those of its onboardings, and those without a home that came to a mailbox of it.")
    Slice<MailView> page(@RequestParam(defaultValue = "homeless") String state, @RequestParam(required = false) String tpp, @RequestParam(required = false) String cursor,
            @RequestParam(required = false) Integer limit) {
        var wanted = ALL.equals(state) ? null : Words.read(ReceivedMails.State.class, "state", state);
        var page = mails.page(wanted, tpp, cursor, Slice.limit(limit));
        return new Slice<>(page.items().stream().map(MailView::of).toList(), page.next());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One mail, with its text as far as it may be seen")
    MailView one(@PathVariable String id) {
        return mails.find(id).map(MailView::of).orElseThrow(() -> Refused.notFound("unknown-mail", "There is no mail " + id + "."));
    }

    @PostMapping("/{id}/assignment")
    @Operation(summary = "Give a mail to an onboarding", description = "The onboarding reads it as an answer that a person vouches for.")
    MailView assign(@PathVariable String id, @RequestBody AssignmentBody body) {
        if (body.onboarding() == null || body.onboarding().isBlank()) {
            throw Refused.invalid("missing-values", "Say whose the mail is.", Map.of("onboarding", "is missing"));
        }
        return MailView.of(mails.give(id, body.onboarding().strip(), actors.current().name()));
    }

    @PostMapping("/{id}/filing")
    @Operation(summary = "File a mail as a notice that no onboarding needs")
    MailView file(@PathVariable String id, @RequestBody(required = false) FilingBody body) {
        return MailView.of(mails.file(id, body == null ? null : body.note(), actors.current().name()));
    }
}
