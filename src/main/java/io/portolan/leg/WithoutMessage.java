package io.portolan.leg;

/** An exception's trace without its message, which may hold what a page or an answer showed. */
class WithoutMessage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WithoutMessage(Throwable original) {
        super(original.getClass().getName(), original.getCause() == null ? null : new WithoutMessage(original.getCause()));
        setStackTrace(original.getStackTrace());
    }

    /** Where it was thrown, as class and line. */
    static String place(Throwable thrown) {
        for (var frame : thrown.getStackTrace()) {
            if (frame.getClassName().startsWith("io.portolan.")) {
                return frame.getFileName() + ":" + frame.getLineNumber();
            }
        }
        return "an unknown place";
    }
}
