package io.portolan.refusal;

/** Why the application cannot start, as a sentence, and what to do about it; shown to whoever started it in place of a stack trace. */
public class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String whatToDo;

    /** Says what is wrong and what to do; neither may hold a secret. */
    public CannotStart(String whatIsWrong, String whatToDo) {
        this(whatIsWrong, whatToDo, null);
    }

    /** Says what is wrong and what to do, and keeps the cause for the debug log. */
    public CannotStart(String whatIsWrong, String whatToDo, Throwable cause) {
        super(whatIsWrong, cause);
        this.whatToDo = whatToDo;
    }

    /** What to do about it. */
    public String whatToDo() {
        return whatToDo;
    }
}
