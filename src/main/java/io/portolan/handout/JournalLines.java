package io.portolan.handout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.portolan.journal.JournalSearch;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Entries of the journal as lines of JSON that hold all that their hashes cover, and how to check these. */
final class JournalLines {

    /** How to check a file of such lines, in words. */
    static final String HOW_TO_CHECK = """
            Each line of journal.jsonl is one entry of the journal. Every entry belongs to a chain (one onboarding, one
            registration, one TPP, or "portolan" for the house) and its "hash" covers the entry before it in that chain.
            To check one, join these fields without anything between them and take the SHA-256 of their UTF-8 bytes:

              previous, position, micros, chain, actor, act, leg, means, detail, the number of pieces of evidence,
              and for each piece of evidence, in order: its id, its sha256

            Each field is written as its length in bytes, a colon and its text; one that is missing is a hyphen. "micros" is
            the time in microseconds since 1 January 1970 UTC. check.py does it for all lines: python3 check.py
            Where two entries of a chain follow each other here, "previous" of the later one is "hash" of the earlier one.
            """;

    private final ObjectMapper json;

    JournalLines(ObjectMapper json) {
        this.json = json;
    }

    record Piece(long id, String sha256) { }

    record Line(String chain, long position, Instant at, long micros, String actor, String act, String leg, String means, String detail,
            List<Piece> evidence, String previous, String hash) { }

    static Line line(JournalSearch.Line found) {
        var entry = found.entry();
        var act = entry.act();
        var pieces = new java.util.ArrayList<Piece>();
        for (int i = 0; i < act.evidence().size(); i++) {
            pieces.add(new Piece(act.evidence().get(i), found.evidenceHashes().get(i)));
        }
        return new Line(act.chain(), entry.position(), entry.at(), ChronoUnit.MICROS.between(Instant.EPOCH, entry.at()), act.actor(), act.name(), act.leg(),
                act.means(), act.detail(), pieces, found.previous(), entry.hash());
    }

    byte[] written(JournalSearch.Line found) {
        try {
            return (json.writeValueAsString(line(found)) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an entry of the journal cannot be written as JSON", e);
        }
    }
}
