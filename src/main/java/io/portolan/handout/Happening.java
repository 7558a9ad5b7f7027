package io.portolan.handout;

import com.fasterxml.jackson.annotation.JsonValue;
import io.portolan.journal.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Something that went between us and the bank.
 *
 * @param position the entry of the journal that tells it
 * @param looks how often we have looked with this answer, for {@link Kind#LOOKED}
 * @param until the last of these looks
 */
record Happening(long position, Instant at, Kind kind, String actor, String leg, String detail, List<Long> evidence, int looks, Instant until) {

    /** What it is, in the words of the file. */
    enum Kind {
        REQUEST("Request"), REMINDER("Reminder"), ACKNOWLEDGEMENT("Acknowledgement"), ANSWER("Answer of the bank"), REJECTION("Rejection"),
        LOOKED("No answer yet"), DONE("Step completed");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        boolean isOfTheBank() {
            return this == ACKNOWLEDGEMENT || this == ANSWER || this == REJECTION;
        }

        /** As the JSON of the file has it. */
        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What of these entries, oldest first, went between us and the bank; looks with the same answer that follow each other are one. */
    static List<Happening> of(List<Entry> entries) {
        var found = new ArrayList<Happening>();
        var begun = new HashMap<String, String>();
        for (var entry : entries) {
            if ("intended".equals(entry.act().name())) {
                begun.put(entry.act().leg(), entry.act().detail());
            }
            var kind = kind(entry);
            if (kind != null) {
                add(found, of(entry, kind, begun));
            }
        }
        return found;
    }

    private static Happening of(Entry entry, Kind kind, Map<String, String> begun) {
        var act = entry.act();
        var detail = "happened".equals(act.name()) && act.detail() == null ? begun.get(act.leg()) : act.detail();
        return new Happening(entry.position(), entry.at(), kind, act.actor(), act.leg(), detail, act.evidence(), 1, entry.at());
    }

    private static void add(List<Happening> found, Happening next) {
        var last = found.isEmpty() ? null : found.get(found.size() - 1);
        if (last != null && next.kind == Kind.LOOKED && last.kind == Kind.LOOKED && Objects.equals(last.leg, next.leg) && Objects.equals(last.detail, next.detail)) {
            var evidence = new ArrayList<>(last.evidence);
            evidence.addAll(next.evidence);
            found.set(found.size() - 1, new Happening(last.position, last.at, last.kind, last.actor, last.leg, last.detail, evidence, last.looks + 1, next.at));
        } else {
            found.add(next);
        }
    }

    private static Kind kind(Entry entry) {
        var said = entry.act().detail() == null ? "" : entry.act().detail().toLowerCase(Locale.ROOT);
        return switch (entry.act().name()) {
            case "happened", "bank-written-to", "bank-contacted" -> Kind.REQUEST;
            case "person-answered" -> said.startsWith("handed-in") ? Kind.REQUEST : said.startsWith("rejected") ? Kind.REJECTION : said.startsWith("done") ? Kind.DONE : null;
            case "bank-reminded" -> Kind.REMINDER;
            case "bank-answered" -> said.startsWith("the bank said: rejected") ? Kind.REJECTION
                    : said.contains("acknowledged") ? Kind.ACKNOWLEDGEMENT : Kind.ANSWER;
            case "mail-received", "mail-given" -> Kind.ANSWER;
            case "rejected-by-bank", "services-rejected", "onboarding-rejected" -> Kind.REJECTION;
            case "leg-waits" -> Kind.LOOKED;
            case "leg-done", "onboarding-done" -> Kind.DONE;
            default -> null;
        };
    }
}
