package io.portolan.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What every simulated bank has written down; a bank's own books add what it knows of its clients. */
public abstract class BankBooks {

    /** The port of its portal and its control address, the same after each restart. */
    public int portalPort;
    /** The port of its API. */
    public int apiPort;
    /** Its mails, sent or due. */
    public List<Letter> letters = new ArrayList<>();

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
