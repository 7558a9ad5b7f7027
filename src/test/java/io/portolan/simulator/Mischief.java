package io.portolan.simulator;

/**
 * What the bank does wrong on purpose, switched while it runs; everything is off until somebody asks for it. The fields'
 * names are what the control address takes.
 */
final class Mischief {

    /** The page on which applications are created has lost its button. */
    volatile boolean hideCreateButton;
    /** The field for the redirect URL has another label. */
    volatile boolean renamedLabel;
    /** How many milliseconds each page of the portal takes. */
    volatile int slowPages;
    /** Which share of the portal's pages is an error of the server, between 0 and 1. */
    volatile double serverErrors;
    /** What the errors are drawn with: the same seed and clicks bring the same errors. */
    volatile long seed = 1;
    /** Whether the next page finds its session expired; true only once. */
    volatile boolean expiredSession;
    /** How many milliseconds a mail takes. */
    volatile int mailDelay;
    /** Whether the portal shows only a page on maintenance. */
    volatile boolean maintenance;
    /** Whether the API hangs up instead of answering. */
    volatile boolean apiDropsConnection;
    /** How the path of a form ends whose next answer is lost after the bank has acted, once; null means none. */
    volatile String loseAnswerTo;
}
