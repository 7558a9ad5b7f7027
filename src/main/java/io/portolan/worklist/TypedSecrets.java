package io.portolan.worklist;

import io.portolan.vault.Secret;
import io.portolan.vault.SecretName;
import io.portolan.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Secrets that people type into tasks. Each is in the vault before anything else is done with the answer, under a name of its own for
 * the task and the person: what fails later loses none, and two people who answer at once do not overwrite each other's.
 */
@Component
class TypedSecrets {

    private final Vault vault;

    TypedSecrets(Vault vault) {
        this.vault = vault;
    }

    /** Puts the secrets of an answer into the vault, those with a mistake in their form left out; gives the names of all kept so far, by field. */
    Map<String, SecretName> keep(Task task, String tpp, Worklist.Completion completion, String person) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("the vault has connections of its own, and is not to be waited for within a transaction");
        }
        for (var field : task.fields()) {
            var value = completion.values().get(field.name());
            if (field.secret() && value != null && !value.isBlank() && FieldCheck.wrong(field, value).isEmpty()) {
                try (var secret = Secret.of(value.strip())) {
                    vault.keep(name(task, field, person), tpp, secret);
                }
            }
        }
        return kept(task, person);
    }

    /** The secrets that a person has typed for a task so far, by field. */
    Map<String, SecretName> kept(Task task, String person) {
        var names = new LinkedHashMap<String, SecretName>();
        task.fields().stream().filter(Task.Field::secret).filter(field -> vault.holds(name(task, field, person)))
                .forEach(field -> names.put(field.name(), name(task, field, person)));
        return names;
    }

    private static SecretName name(Task task, Task.Field field, String person) {
        return SecretName.of("task", task.id(), UUID.nameUUIDFromBytes(person.getBytes(StandardCharsets.UTF_8)).toString(), field.name());
    }
}
