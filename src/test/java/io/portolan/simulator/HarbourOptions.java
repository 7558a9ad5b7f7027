package io.portolan.simulator;

import java.time.Duration;

/**
 * How a simulated bank is to run.
 *
 * @param approveAfter how long its clerk takes over an application once a product is subscribed to; null means that only the
 *     control address decides
 * @param sessionTimeout after which time without a click a person is signed out
 * @param portalPort the port of the portal; 0 means the one of the last start, or a free one
 * @param apiPort the same for the API
 * @param smtpPort the same for outgoing mail
 * @param imapPort the same for the TPP's mailbox
 * @param mailbox the mail address of the TPP, which is also the log-in of its mailbox
 * @param mailboxPassword the password of the mailbox
 */
public record HarbourOptions(Duration approveAfter, Duration sessionTimeout, int portalPort, int apiPort, int smtpPort,
        int imapPort, String mailbox, String mailboxPassword) {

    /** A bank on ports of its own choice whose clerk takes two seconds. */
    public static HarbourOptions standard() {
        return new HarbourOptions(Duration.ofSeconds(2), Duration.ofMinutes(30), 0, 0, 0, 0, "banks@tpp.example",
                "tide-table-4711");
    }

    /** The same with a clerk that takes this long; null means for ever. */
    public HarbourOptions approvingAfter(Duration time) {
        return new HarbourOptions(time, sessionTimeout, portalPort, apiPort, smtpPort, imapPort, mailbox, mailboxPassword);
    }

    /** The same on these ports. */
    public HarbourOptions onPorts(int portal, int api, int smtp, int imap) {
        return new HarbourOptions(approveAfter, sessionTimeout, portal, api, smtp, imap, mailbox, mailboxPassword);
    }

    /** The same with sessions that last this long without a click. */
    public HarbourOptions signingOutAfter(Duration time) {
        return new HarbourOptions(approveAfter, time, portalPort, apiPort, smtpPort, imapPort, mailbox, mailboxPassword);
    }
}
