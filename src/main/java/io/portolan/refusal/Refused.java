package io.portolan.refusal;

import java.util.Map;

/** A wish that cannot be granted, with a stable code, a sentence for people, and the ids or fields that it is about. */
public class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What kind of refusal it is. */
    public enum Kind {
        NOT_FOUND(404), CONFLICT(409), INVALID(422), FORBIDDEN(403);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** The HTTP status that pages and API answer with. */
        public int status() {
            return status;
        }
    }

    private final Kind kind;
    private final String code;
    private final transient Map<String, String> about;

    /**
     * A refusal.
     *
     * @param code  stable, in kebab-case, such as {@code already-onboarding}
     * @param about further members of the problem, such as the id of what stands in the way; never a secret
     */
    public Refused(Kind kind, String code, String sentence, Map<String, String> about) {
        super(sentence);
        this.kind = kind;
        this.code = code;
        this.about = Map.copyOf(about);
    }

    /** There is no such thing. */
    public static Refused notFound(String code, String sentence) {
        return new Refused(Kind.NOT_FOUND, code, sentence, Map.of());
    }

    /** It does not fit the state that things are in. */
    public static Refused conflict(String code, String sentence, Map<String, String> about) {
        return new Refused(Kind.CONFLICT, code, sentence, about);
    }

    /** What was given is wrong; {@code about} says what, by field. */
    public static Refused invalid(String code, String sentence, Map<String, String> about) {
        return new Refused(Kind.INVALID, code, sentence, about);
    }

    /** Whoever asks may not. */
    public static Refused forbidden(String code, String sentence) {
        return new Refused(Kind.FORBIDDEN, code, sentence, Map.of());
    }

    /** What kind of refusal it is. */
    public Kind kind() {
        return kind;
    }

    /** The stable code, in kebab-case. */
    public String code() {
        return code;
    }

    /** Further members of the problem, by name. */
    public Map<String, String> about() {
        return about;
    }
}
