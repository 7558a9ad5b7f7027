package io.portolan.onboarding;

/** How we stand with a bank; with one bank there may be several at once, such as live in one environment and under way in another. */
public enum BankState {
    /** Nothing was ever begun there. */
    NONE,
    /** An onboarding runs. */
    UNDER_WAY,
    /** A registration is active where no customers are. */
    TRIED,
    /** A registration is active where customers are. */
    LIVE,
    /** The bank has suspended us. */
    SUSPENDED,
    /** What was begun has come to an end, and nothing of it stands. */
    ENDED
}
