package io.portolan.leg;

import io.portolan.journal.Evidence;
import io.portolan.vault.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The half of a run for tests that remembers, in memory, all that a means tells it. */
public abstract class RecordedRun implements LegRun {

    final Map<String, String> kept = new LinkedHashMap<>();
    final Set<String> inUse = new HashSet<>();
    final Map<String, String> secrets = new LinkedHashMap<>();
    final Map<String, Instant> expiries = new LinkedHashMap<>();
    final List<String> told = new ArrayList<>();
    final List<String> evidence = new ArrayList<>();
    final List<String> steps = new ArrayList<>();
    final List<ProofOfAccess> proofs = new ArrayList<>();
    final KnownSecrets masks = new KnownSecrets();
    Progress progress = Progress.NOTHING;
    final List<String> events = new ArrayList<>();
    final List<Piece> pieces = new ArrayList<>();
    String killedAfter;
    String wholeAnswer;
    boolean bringsMore;

    /** A piece of evidence, with its body as it was handed in. */
    public record Piece(Evidence.Kind kind, String mediaType, byte[] body) {
    }

    /** The process was killed. */
    public static final class Interruption extends Error {

        static final long serialVersionUID = 1L;
    }

    /** What was kept and may be seen, by capture. */
    public Map<String, String> kept() {
        return kept;
    }

    /** The secrets that were kept, by capture. */
    public Map<String, String> secrets() {
        return secrets;
    }

    /** The expiries that were kept, by capture. */
    public Map<String, Instant> expiries() {
        return expiries;
    }

    /** What whoever looks on was told, in order: what was done, and after an arrow what came of it. */
    public List<String> steps() {
        return steps;
    }

    @Override
    public void doing(String what) {
        steps.add(what);
    }

    @Override
    public void came(String what) {
        steps.add("-> " + what);
    }

    /** What was told, in order: {@code intended:}, {@code happened}, {@code averted:}, or the journal's words. */
    public List<String> told() {
        return told;
    }

    /** What is committed in the course of a run, in order, with {@code kept: <name>} and {@code kept secret: <name>} among it. */
    public List<String> events() {
        return events;
    }

    /** Adds an event of a fake's own, so that its place among the others can be checked. */
    public void event(String event) {
        events.add(event);
        if (killedAfter != null && event.startsWith(killedAfter)) {
            throw new Interruption();
        }
    }

    /** The evidence with its bodies. */
    public List<Piece> pieces() {
        return pieces;
    }

    /** The evidence that is text, in order; of pictures only the media type. */
    public List<String> evidence() {
        return evidence;
    }

    /** What was proven. */
    public List<ProofOfAccess> proofs() {
        return proofs;
    }

    @Override
    public Progress progress() {
        return progress;
    }

    @Override
    public void intend(String act) {
        wholeAnswer = null;
        progress = Progress.INTENDED;
        told.add("intended: " + act);
        event("intended: " + act);
    }

    @Override
    public void happened() {
        progress = Progress.HAPPENED;
        told.add("happened");
        event("happened");
    }

    @Override
    public void averted(String why) {
        progress = Progress.NOTHING;
        told.add("averted: " + why);
        event("averted: " + why);
    }

    @Override
    public void keep(String capture, String value, Instant expires) {
        kept.put(capture, value);
        expiries.put(capture, expires);
        event("kept: " + capture);
    }

    @Override
    public void keepSecret(String capture, Secret value, Instant expires) {
        secrets.put(capture, value.reveal(CharSequence::toString));
        masks.add(secrets.get(capture));
        expiries.put(capture, expires);
        event("kept secret: " + capture);
    }

    @Override
    public void keepAnswer(Secret whole) {
        wholeAnswer = whole.reveal(CharSequence::toString);
        event("kept answer");
    }

    @Override
    public Optional<Secret> keptAnswer() {
        return Optional.ofNullable(wholeAnswer).map(Secret::of);
    }

    @Override
    public boolean mayBeInUse(String capture) {
        return inUse.contains(capture);
    }

    @Override
    public boolean has(String capture) {
        return kept.containsKey(capture) || secrets.containsKey(capture);
    }

    @Override
    public Masks masks() {
        return masks;
    }

    @Override
    public long evidence(Evidence.Kind kind, String mediaType, byte[] body) {
        pieces.add(new Piece(kind, mediaType, body));
        evidence.add(mediaType.startsWith("image/") ? mediaType : new String(body, StandardCharsets.UTF_8));
        return evidence.size();
    }

    @Override
    public void proves(ProofOfAccess proof) {
        proofs.add(proof);
    }

    @Override
    public boolean foundAccount() {
        event("account found");
        return !bringsMore;
    }

    @Override
    public void journal(String act, String detail) {
        told.add(act + ": " + detail);
    }
}
