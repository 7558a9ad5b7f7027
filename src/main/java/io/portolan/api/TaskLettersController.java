package io.portolan.api;

import io.portolan.access.Actors;
import io.portolan.refusal.Refused;
import io.portolan.worklist.AnswerByLetter;
import io.portolan.worklist.Worklist;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tasks/{id}/letter")
@Tag(name = "Tasks")
class TaskLettersController {

    private final Worklist worklist;
    private final AnswerByLetter answerByLetter;
    private final Actors actors;

    TaskLettersController(Worklist worklist, AnswerByLetter answerByLetter, Actors actors) {
        this.worklist = worklist;
        this.answerByLetter = answerByLetter;
        this.actors = actors;
    }

    /** What is written: our files that the task offers by their names, files that were added to it by their ids. */
    record LetterBody(@LongText(20_000) String text, List<String> files, List<Long> attachments) {

        AnswerByLetter.Letter letter() {
            return new AnswerByLetter.Letter(text == null ? "" : text, files == null ? List.of() : files, attachments == null ? List.of() : attachments);
        }
    }

    /** How a letter would begin. */
    record LetterView(String to, String from, String subject, String text) { }

    /** What became of it: {@code before} where one had left before, so that this one was not sent; {@code settled} where the task was settled in another way meanwhile. */
    record SentLetterView(String to, boolean before, boolean settled) { }

    @GetMapping
    @Operation(summary = "To whom a letter for this task would go", description = "A task that no letter can answer has none: 409 `letter-not-offered`.")
    LetterView envelope(@PathVariable String id) {
        var task = worklist.find(id).orElseThrow(() -> Refused.notFound("unknown-task", "There is no task " + id + "."));
        return answerByLetter.envelope(task).map(envelope -> new LetterView(envelope.to(), envelope.from(), envelope.subject(), envelope.text()))
                .orElseThrow(() -> Refused.conflict("letter-not-offered", "This task cannot be answered by a letter.", java.util.Map.of("task", id)));
    }

    @PostMapping
    @Operation(summary = "Answer a task by a letter to the bank", description = "It leaves once, and the task is answered with it as handed in. Never with a secret.")
    SentLetterView send(@PathVariable String id, @RequestBody LetterBody body) {
        var sent = answerByLetter.send(id, body.letter(), actors.current().name());
        return new SentLetterView(sent.to(), sent.before(), sent.isSettled());
    }
}
