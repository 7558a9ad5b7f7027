package io.portolan.registration;

import io.portolan.playbook.CredentialKind;
import io.portolan.playbook.Service;
import io.portolan.vault.Secret;
import io.portolan.vault.SecretName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What banks have handed out for our registrations; the values of secret ones are in the vault only. */
public interface Credentials {

    /** All credentials of a registration, current ones first, then by name. */
    List<Credential> of(String registration);

    /** The current credential of this name, or else the latest that there was. */
    Optional<Credential> find(String registration, String name);

    /** What the current credential of this name is, of two the newer, for another registration of the same TPP that takes it over. */
    Optional<Source> source(String registration, String name);

    /** A value, or the name under which the vault keeps it; one of both is null, and the expiry may be. */
    record Source(String value, SecretName inVault, Instant expires) { }

    /** Under which names the vault keeps or has kept the secrets of a registration, superseded ones too. */
    List<String> namesInVault(String registration);

    /** Lists a secret that is in the vault under this name as issued, in place of an earlier one; an expiry may be null. */
    Credential keepSecret(String registration, String name, CredentialKind kind, SecretName inVault, Instant expires, String actor);

    /**
     * The same where the bank does not end the earlier one by that: one that has proven itself stays usable, and is what people and machines are
     * given, until the newer one has been proven.
     */
    Credential keepBeside(String registration, String name, CredentialKind kind, SecretName inVault, Instant expires, String actor);

    /** Lists a value that may be seen, such as a client id, as issued, in place of an earlier one; an expiry may be null. */
    Credential keepValue(String registration, String name, CredentialKind kind, String value, Instant expires, String actor);

    /** Says for which services the current credentials of this name are; none for all. */
    void serves(String registration, String name, Set<Service> services);

    /** Puts a secret that somebody hands in into the vault and lists it as issued; an expiry may be null. */
    Credential handIn(String registration, String name, CredentialKind kind, Secret secret, Instant expires, String actor);

    /** Changes until when the current credential of this name counts; null for without end. The journal keeps the reason, which may be null. */
    Credential expires(String registration, String name, Instant expires, String reason, String actor);

    /** Changes what has become of the current credential of this name, of two the newer; the journal keeps the reason, which may be null. */
    Credential mark(String registration, String name, Credential.State state, String reason, String actor);

    /** Revokes what is current of this name and forgets its value for good. */
    void forget(String registration, String name, String actor);
}
