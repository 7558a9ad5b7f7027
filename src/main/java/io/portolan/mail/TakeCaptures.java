package io.portolan.mail;

import io.portolan.journal.Evidence;
import io.portolan.leg.LegRun;
import io.portolan.playbook.Capture;
import io.portolan.playbook.ValueType;
import io.portolan.vault.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes what a leg captures from the mail by which it is done. */
@Component
class TakeCaptures {

    private static final int LONGEST_TEXT = 100_000;

    /** The names of what the leg needs and does not have, and is not in the mail either. */
    static List<String> missing(LegRun run, Mail mail) {
        var captures = run.order().leg().captures();
        return run.missing().stream().filter(name -> !isIn(run, captures.get(name), mail)).toList();
    }

    private static boolean isIn(LegRun run, Capture capture, Mail mail) {
        var from = run.fill(capture.from());
        return MailCapture.isFile(from.text()) ? MailCapture.file(from, mail).isPresent()
                : MailCapture.taken(from, mail, run.order().environment().hosts()).isPresent();
    }

    /** Secrets first: they are hidden in whatever is kept after them. */
    void from(LegRun run, Mail mail) {
        run.order().leg().captures().forEach((name, capture) -> {
            if (capture.secret()) {
                value(run, capture, mail).ifPresent(value -> keepSecret(run, name, value));
            }
        });
        run.order().leg().captures().forEach((name, capture) -> {
            if (!capture.secret()) {
                value(run, capture, mail).ifPresent(value -> run.keep(name, value, null));
            }
        });
    }

    private static void keepSecret(LegRun run, String name, String value) {
        run.masks().add(value);
        try (var secret = Secret.of(value)) {
            run.keepSecret(name, secret, null);
        }
    }

    private static Optional<String> value(LegRun run, Capture capture, Mail mail) {
        var from = run.fill(capture.from());
        return MailCapture.isFile(from.text()) ? MailCapture.file(from, mail).map(file -> content(run, capture, file))
                : MailCapture.taken(from, mail, run.order().environment().hosts());
    }

    /** A text is its own value; of any other file that is no secret, the evidence holds what is in it. */
    private static String content(LegRun run, Capture capture, Mail.Attachment file) {
        var text = text(file.content());
        if (capture.secret()) {
            return text.orElseGet(() -> Base64.getEncoder().encodeToString(file.content()));
        }
        if (text.isPresent() && capture.type() != ValueType.FILE) {
            return text.get().strip();
        }
        var body = text.map(seen -> run.masks().masked(seen).getBytes(StandardCharsets.UTF_8)).orElse(file.content());
        return file.name() + " (evidence " + run.evidence(Evidence.Kind.MAIL, file.mediaType(), body) + ", " + MailReading.digest(file.content()) + ")";
    }

    private static Optional<String> text(byte[] content) {
        try {
            return content.length > LONGEST_TEXT ? Optional.empty()
                    : Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString()).filter(text -> text.indexOf('\0') < 0);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
