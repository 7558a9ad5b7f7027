package io.portolan.console;

/** Numbers that pages show beside lists: beyond some nobody needs to know how many, and counting them would take long. */
final class Counted {

    /** So many are counted at most. */
    static final int MOST = 1000;

    private Counted() {
    }

    /** The number, or that there are more. */
    static String shown(long number) {
        return number < MOST ? String.valueOf(number) : MOST - 1 + "+";
    }
}
