package io.portolan.mail;

import io.portolan.playbook.Playbook;

/**
 * Whether a mail is the bank's, by what our own mail server has found.
 *
 * @param why says it for people
 */
record Genuineness(boolean proven, String why) {

    /**
     * Judges a mail by the topmost result of our server: DKIM or SPF has passed for a domain that goes with the sender's, and the
     * sender's is one that the playbook names.
     *
     * @param server how our mail server names itself in its results; null where it adds none
     */
    static Genuineness of(Mail mail, String server, Playbook playbook) {
        if (server == null) {
            return new Genuineness(false, "The mail server adds no results of its own, so nothing proves who sent this.");
        }
        var from = BankAddresses.domain(mail.from());
        var bank = new BankAddresses(playbook);
        if (!bank.isBanks(from)) {
            return new Genuineness(false, "The playbook does not name " + (from.isEmpty() ? "the sender's domain" : from) + " as the bank's.");
        }
        var passed = AuthenticationResults.passed(mail.results(), server);
        return passed.stream().filter(domain -> bank.speaksFor(domain, from)).findFirst()
                .map(domain -> new Genuineness(true, "DKIM or SPF has passed for " + domain + "."))
                .orElseGet(() -> new Genuineness(false, passed.isEmpty() ? "Neither DKIM nor SPF has passed."
                        : "What has passed speaks for " + passed.get(0) + ", not for " + from + "."));
    }
}
