package io.portolan.worklist;

import io.portolan.journal.Act;
import io.portolan.journal.Evidence;
import io.portolan.journal.EvidenceStore;
import io.portolan.playbook.ValueType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Keeps what people hand in as proof of having done a leg, as evidence. */
@Component
class KeptProofs {

    private final EvidenceStore evidence;

    KeptProofs(EvidenceStore evidence) {
        this.evidence = evidence;
    }

    /** A proof that is kept, and of what. */
    record Proof(Task task, String sentence, long piece) {

        Act by(String user) {
            return new Act(task.onboarding(), user, "proof-kept", task.leg(), "operator", sentence, List.of(piece));
        }
    }

    /** Keeps the proof of this answer, where there is one; outside of any transaction, since it is safe by itself. */
    Optional<Proof> keep(Task task, Worklist.Completion completion) {
        var value = completion.values().get(TaskForms.PROOF);
        return task.fields().stream().filter(field -> TaskForms.PROOF.equals(field.name()) && value != null && !value.isBlank()).findFirst()
                .map(field -> field.type() == ValueType.FILE ? file(task, field, bytes(value.strip())) : number(task, field, value.strip()));
    }

    private Proof number(Task task, Task.Field field, String number) {
        var sentence = field.label() + ": " + number;
        return new Proof(task, sentence, evidence.keep(task.onboarding(), Evidence.Kind.NOTE, "text/plain", sentence.getBytes(StandardCharsets.UTF_8)));
    }

    private Proof file(Task task, Task.Field field, byte[] body) {
        return new Proof(task, field.label(), evidence.keep(task.onboarding(), Evidence.Kind.UPLOAD, FileType.of(body).mediaType(), body));
    }

    /** A file comes as its text, or in base64 where it is none. */
    private static byte[] bytes(String value) {
        try {
            return Base64.getDecoder().decode(value);
        } catch (IllegalArgumentException text) {
            return value.getBytes(StandardCharsets.UTF_8);
        }
    }
}
