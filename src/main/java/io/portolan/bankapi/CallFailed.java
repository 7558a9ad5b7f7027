package io.portolan.bankapi;

/** Thrown where a call brought no answer, or one that only puts us off. */
final class CallFailed extends Exception {

    private static final long serialVersionUID = 1L;

    /** How far it got. */
    enum How {
        /** There was no connection. */
        NOT_REACHED,
        /** Our own proxy did not let us through. */
        PROXY_IN_THE_WAY,
        /** Whatever answered there, it cannot agree with us on TLS. */
        NO_TLS,
        /** The bank's server hung up before the connection was secured. */
        HUNG_UP,
        /** The bank's server did not take our certificate. */
        CERTIFICATE_NOT_TAKEN,
        /** We do not trust the server's certificate. */
        SERVER_NOT_TRUSTED,
        /** The bank may have got the call. */
        CUT_OFF,
        /** The bank may have got the call and took too long. */
        TIMED_OUT,
        /** The bank has answered with more than is read. */
        TOO_LARGE,
        /** The bank may have got the call and has answered with something that is not HTTP. */
        GARBLED;

        /** Whether the bank cannot have acted on the call. */
        boolean isBeforeTheCall() {
            return this != CUT_OFF && this != TIMED_OUT && this != TOO_LARGE && this != GARBLED;
        }

        /** Whether our certificate, or the lack of one, may be the reason; with TLS 1.3 the alert that says so may be lost. */
        boolean mayBeOurCertificate() {
            return this == CERTIFICATE_NOT_TAKEN || this == CUT_OFF || this == HUNG_UP;
        }
    }

    private final How how;
    private final transient Answer answer;

    CallFailed(How how, String sentence) {
        this(how, sentence, null);
    }

    /** One that was answered, and not with what was asked for. */
    CallFailed(How how, String sentence, Answer answer) {
        super(sentence);
        this.how = how;
        this.answer = answer;
    }

    /** The answer that puts us off; null where there was none. */
    Answer answer() {
        return answer;
    }

    How how() {
        return how;
    }
}
