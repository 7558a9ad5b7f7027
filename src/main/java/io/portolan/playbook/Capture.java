package io.portolan.playbook;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A value that a leg brings back; a secret one goes straight to the vault. */
public record Capture(
        @Doc(value = "Where the value is found: a JSON pointer, header:<name> or regex:<pattern> for an answer,"
                + " link:<pattern>, code:<pattern> or attachment:<pattern of its name> for a mail, a template for a derived one.",
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
        @Doc(value = "How long it is good: a length of time, or a JSON pointer to seconds as in the expires_in of OAuth 2.0."
                + " When it has run out, the leg by api that brought it is done again, if its repeat is safe.",
                example = "expires-after: 5 minutes") String expiresAfter,
        @Doc(value = "What of the value is taken: a regular expression with one group.",
                example = "pattern: '^PSD[A-Z]{2}-(.+)$'") String pattern,
        @Doc(value = "How its letters are written.", example = "letters: upper") Letters letters,
        @Doc(value = "The services that bring it; without it, all. Where each has its own, each is a capture, such as client-id-ais.",
                example = "only-for: [AIS]") Set<Service> onlyFor,
        @Doc(value = "Whether the leg is done without it.", example = "optional: true") boolean optional,
        @Doc(value = "The values of which a person chooses one.", example = "choices: [Basic, Premium]") List<String> choices,
        @Doc(value = "From when it works at the bank, where that is not at once: legs that use it wait until then.",
                example = "effective: {before: '09:59', next: '14:00', zone: Europe/Paris, calendar: FR}") CutOff effective,
        @Doc(value = "What the value tells about the approval itself.", example = "tells: granted-services") Tells tells) {

    /** What a value tells about the approval. */
    public enum Tells {
        @Doc("Which services the bank has granted, by their names: AIS, PIS, CAF.") GRANTED_SERVICES,
        @Doc("From when it counts: a date or a date with time (ISO 8601).") EFFECTIVE_FROM,
        @Doc("Why the bank has rejected, or has not granted something.") REJECTION_REASON,
        @Doc("What the bank asks us.") QUESTION
    }

    /** Without choices anything may be brought back, and without services it is for all. */
    public Capture {
        choices = choices == null ? List.of() : choices;
        onlyFor = onlyFor == null ? Set.of() : onlyFor;
    }

    /** What is kept of a value that was found: the part of the pattern, its letters as asked; empty where the pattern finds nothing. */
    public Optional<String> taken(String found) {
        var part = Optional.of(found);
        if (pattern != null) {
            var match = Pattern.compile(pattern).matcher(found);
            part = match.find() ? Optional.ofNullable(match.group(1)) : Optional.empty();
        }
        return letters == null ? part : part.map(letters::written);
    }

    /** Whether it is got again when it has run out. */
    public boolean mayExpire() {
        return expires != null || expiresAfter != null;
    }

    /** Which credential a capture of this name is, by what the playbook says or else by the name. */
    public CredentialKind credential(String name) {
        return credential != null ? credential : CredentialKind.named(name);
    }
}
