package io.portolan.simulator;

import java.time.Duration;

/**
 * How the simulated banks of a world are to run.
 *
 * @param approveAfter how long a bank's clerk takes over what waits for him; null means that only the control address decides
 * @param sessionTimeout after which time without a click a person is signed out
 * @param mailbox the mail address of the TPP, which is also the log-in of its mailbox
 * @param mailboxPassword the password of the mailbox
 * @param mischiefSeed with which every bank misbehaves at a low rate; 0 means that none does by itself
 */
public record WorldOptions(Duration approveAfter, Duration sessionTimeout, String mailbox, String mailboxPassword, long mischiefSeed) {

    /** Well-behaved banks whose clerks take two seconds. */
    public static WorldOptions standard() {
        return new WorldOptions(Duration.ofSeconds(2), Duration.ofMinutes(30), "banks@tpp.example", "tide-table-4711", 0);
    }

    /** The same with clerks that take this long; null means for ever. */
    public WorldOptions approvingAfter(Duration time) {
        return new WorldOptions(time, sessionTimeout, mailbox, mailboxPassword, mischiefSeed);
    }

    /** The same with banks that misbehave at a low rate, drawn with this seed. */
    public WorldOptions misbehaving(long seed) {
        return new WorldOptions(approveAfter, sessionTimeout, mailbox, mailboxPassword, seed);
    }
}
