package io.portolan.portal;

/** Why something that is looked for cannot be used. */
enum Miss {
    /** Nothing of that name shows. */
    NOT_THERE("is not there"),
    /** Several show that fit equally well; none of them is guessed. */
    SEVERAL("is there more than once"),
    /** It shows, and cannot be used. */
    DISABLED("is there, but cannot be used"),
    /** It shows, and should be gone. */
    STILL_THERE("is still there"),
    /** It shows, and does not take what it is given. */
    NOT_KEPT("does not keep what is put into it"),
    /** It shows, and something else lies over it. */
    COVERED("is covered by something else");

    private final String said;

    Miss(String said) {
        this.said = said;
    }

    /** As the end of a sentence. */
    String said() {
        return said;
    }
}
