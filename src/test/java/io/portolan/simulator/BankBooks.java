package io.portolan.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What every simulated bank has written down; a bank's own books add what else it knows.
 *
 * @param <C> what it knows of a client
 */
public abstract class BankBooks<C extends ApiClient> {

    /** The port of its portal and its control address, the same after each restart. */
    public int portalPort;
    /** The port of its API. */
    public int apiPort;
    /** Its mails, sent or due. */
    public List<Letter> letters = new ArrayList<>();
    /** Those who want to use its API, and those who may. */
    public List<C> clients = new ArrayList<>();
    /** How many client secrets it has made. */
    public int secretsGenerated;

    /** The client of this id. */
    public Optional<C> client(String clientId) {
        return clients.stream().filter(client -> clientId.equals(client.clientId)).findFirst();
    }

    /** The client of this number. */
    public Optional<C> numbered(String number) {
        return clients.stream().filter(client -> client.number.equals(number)).findFirst();
    }

    /** The clients of this portal account. */
    public List<C> of(String owner) {
        return clients.stream().filter(client -> owner.equals(client.owner)).toList();
    }

    /** How much the bank has, by name; {@code applications} is what may exist only once, whatever the bank calls it. */
    public Map<String, Integer> counts() {
        var counts = new TreeMap<String, Integer>();
        counts.put("applications", clients.size());
        counts.put("subscriptions", clients.stream().mapToInt(client -> client.products.size()).sum());
        counts.put("secretsGenerated", secretsGenerated);
        counts.put("mails", (int) letters.stream().filter(letter -> letter.sent != null).count());
        return counts;
    }

    /** A mail of the bank. */
    public static final class Letter {
        /** What stands before the @ of its Message-ID. */
        public String id;
        /** The sender's address. */
        public String from;
        /** The recipient's address. */
        public String to;
        /** Its subject. */
        public String subject;
        /** Its text, plain. */
        public String text;
        /** The whole Message-ID that it answers, or null. */
        public String inReplyTo;
        /** More headers, such as {@code Auto-Submitted}. */
        public Map<String, String> headers = new LinkedHashMap<>();
        /** What is attached: content by file name. */
        public Map<String, byte[]> attachments = new LinkedHashMap<>();
        /** Whether another wrote it in the bank's name, so that neither SPF nor DKIM speaks for it. */
        public boolean forged;
        /** When it is to be sent. */
        public Instant due;
        /** When it was sent, or null. */
        public Instant sent;
    }
}
