package io.portolan.playbook;

/** A value that a leg brings back; a secret one goes straight to the vault. */
public record Capture(
        @Doc(value = "Where the value is found: a JSON pointer, header:<name> or regex:<pattern> for an answer,"
                + " link:<pattern> or code:<pattern> for a mail, a template for a derived one.",
                example = "from: /client_id") Template from,
        @Doc(value = "Whether the value is a secret: it is kept in the vault and never shown.",
                example = "secret: true") boolean secret,
        @Doc(value = "How the value is called on forms.", example = "label: Client secret") String label,
        @Doc(value = "What kind of value it is, which decides how it is checked.", example = "type: text")
                ValueType type,
        @Doc(value = "Which credential it is; known names such as client-id are recognised by themselves.",
                example = "credential: api-key") CredentialKind credential,
        @Doc(value = "When it expires: where the answer says so, as a JSON pointer to seconds since 1970 or a date.",
                example = "expires: /client_secret_expires_at") String expires,
        @Doc(value = "Whether each service brings its own value.", example = "per-service: true") boolean perService,
        @Doc(value = "Whether the leg is done without it.", example = "optional: true") boolean optional) {

    /** Which credential a capture of this name is, by what the playbook says or else by the name. */
    public CredentialKind credential(String name) {
        return credential != null ? credential : CredentialKind.named(name);
    }
}
