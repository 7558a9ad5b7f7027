package io.portolan.mail;

import io.portolan.leg.LegRun;
import io.portolan.leg.Rehearsed.Cue;
import io.portolan.playbook.MadeUp;
import io.portolan.playbook.MailWork;
import io.portolan.playbook.Specimen;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** A mail as a bank would have to write it: it shows a sign, and when the leg is done by it, holds what the leg takes from it. */
final class RehearsedLetter {

    private final List<String> lines = new ArrayList<>();
    private final List<Mail.Attachment> files = new ArrayList<>();
    private final List<String> subjects = new ArrayList<>();
    private final LegRun run;
    private final String from;
    private final Clock clock;

    RehearsedLetter(LegRun run, MailWork work, Cue cue, Clock clock) {
        this.run = run;
        this.clock = clock;
        var expect = work.expect();
        this.from = expect == null ? "psd2@bank.invalid" : expect.from().startsWith("@") ? "psd2" + expect.from() : expect.from();
        if (cue.sign() != null && cue.sign().subject() != null) {
            subjects.add(cue.sign().subject());
        }
        if (cue.sign() != null && cue.sign().text() != null) {
            lines.add(run.fill(cue.sign().text()).text());
        }
        if (cue.kind() == Cue.Kind.DONE) {
            expected(expect);
            run.order().leg().captures().values().stream().filter(capture -> capture.from() != null)
                    .forEach(capture -> bring(run.fill(capture.from()).text()));
        }
    }

    private void expected(MailWork.Expected expect) {
        if (expect != null && expect.subject() != null) {
            subjects.add(expect.subject());
        }
        if (expect != null && expect.text() != null) {
            lines.add(run.fill(expect.text()).text());
        }
    }

    private void bring(String rule) {
        if (rule.startsWith("attachment:")) {
            files.add(new Mail.Attachment(Specimen.of(rule.substring(rule.indexOf(':') + 1).strip()).filter(name -> !name.isEmpty()).orElse("made-up.txt"),
                    "text/plain", "made up".getBytes(StandardCharsets.US_ASCII)));
        } else {
            lines.add(new MadeUp(run.order().environment(), run.order().route(), clock).mailed(rule));
        }
    }

    byte[] raw() {
        var subject = subjects.isEmpty() ? "Your registration" : String.join(" - ", subjects);
        var draft = new Draft("<rehearsed." + run.order().onboarding() + "." + run.order().leg().id() + "@bank.invalid>", new MailAccounts.Sender(null, from),
                "rehearsal@tpp.invalid", subject, String.join("\n\n", lines) + "\n", files, List.of());
        try {
            var bytes = new ByteArrayOutputStream();
            draft.message(clock.instant()).writeTo(bytes);
            return bytes.toByteArray();
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("a mail could not be made up", e);
        }
    }
}
