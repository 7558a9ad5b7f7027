package io.portolan.leg;

import io.portolan.journal.Evidence;
import io.portolan.playbook.Generator;
import io.portolan.playbook.Places;
import io.portolan.playbook.Template;
import io.portolan.vault.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A run for tests of a means: it fills templates from a map and remembers, in memory, all that the means tells it. */
public final class FakeLegRun implements LegRun {

    private final LegOrder order;
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Map<String, String> kept = new LinkedHashMap<>();
    private final Map<String, String> secrets = new LinkedHashMap<>();
    private final Map<String, String> renewals = new LinkedHashMap<>();
    private final Map<String, Instant> expiries = new LinkedHashMap<>();
    private final List<String> told = new ArrayList<>();
    private final List<String> evidence = new ArrayList<>();
    private final List<ProofOfAccess> proofs = new ArrayList<>();
    private final KnownSecrets masks = new KnownSecrets();
    private Progress progress = Progress.NOTHING;
    private boolean repeated;
    private Round round;
    private BankAnswer answer;
    private SentBack sentBack;
    private final List<String> events = new ArrayList<>();
    private final List<Piece> pieces = new ArrayList<>();
    private String killedAfter;

    /** A piece of evidence, with its body as it was handed in. */
    public record Piece(Evidence.Kind kind, String mediaType, byte[] body) {
    }

    /** The process was killed. */
    public static final class Interruption extends Error {

        private static final long serialVersionUID = 1L;
    }

    /** A first run of this leg. */
    public FakeLegRun(LegOrder order) {
        this.order = order;
        this.round = new Round(1, order == null ? Instant.EPOCH : order.startedAt());
    }

    /** The same leg acted on again, as a later run would see it. */
    public FakeLegRun again() {
        var next = new FakeLegRun(order);
        next.values.putAll(values);
        next.kept.putAll(kept);
        next.secrets.putAll(secrets);
        next.secrets.values().forEach(next.masks::add);
        next.progress = progress;
        next.repeated = true;
        return next;
    }

    /** The run of another leg of the same onboarding, which knows what this one has kept. */
    public FakeLegRun next(LegOrder other) {
        var next = new FakeLegRun(other);
        next.values.putAll(values);
        next.kept.putAll(kept);
        next.secrets.putAll(secrets);
        next.secrets.values().forEach(next.masks::add);
        return next;
    }

    /** Lets an earlier run have brought back a secret. */
    public FakeLegRun holdingSecret(String capture, String value) {
        secrets.put(capture, value);
        masks.add(value);
        return this;
    }

    /** Lets the process be killed right after an event that begins like this: an {@link Interruption} is thrown. */
    public FakeLegRun killedAfter(String event) {
        killedAfter = event;
        return this;
    }

    /** Lets a place stand for a text. */
    public FakeLegRun with(String place, String text) {
        values.put(place, new Value.Plain(text));
        return this;
    }

    /** Lets a place stand for a secret. */
    public FakeLegRun withSecret(String place, String text) {
        values.put(place, new Value.Hidden(Secret.of(text)));
        return this;
    }

    /** Lets a key pair have been made under this name. */
    public FakeLegRun withGenerated(String name, Generator what) {
        var pair = GeneratedKey.made(what);
        values.put("generated." + name, new Value.Hidden(pair));
        Places.FORMS_OF_KEYS.forEach(form -> with("generated." + name + "." + form, GeneratedKey.read(pair).form(form)));
        return this;
    }

    /** Lets a place stand for a file. */
    public FakeLegRun withFile(String place, Value.File file) {
        values.put(place, file);
        return this;
    }

    /** Lets the run begin where an earlier one got to. */
    public FakeLegRun at(Progress earlier) {
        progress = earlier;
        repeated = earlier != Progress.NOTHING;
        return this;
    }

    /** Lets the onboarding have gone back to this leg, then. */
    public FakeLegRun inRound(int number, Instant since) {
        round = new Round(number, since);
        repeated = number > 1;
        return this;
    }

    /** Lets the bank have said something. */
    public FakeLegRun answered(BankAnswer said) {
        answer = said;
        return this;
    }

    /** Lets a person have answered what the leg asked with this detail. */
    public FakeLegRun sentBack(String by, String detail) {
        sentBack = new SentBack(by, detail);
        return this;
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
    public LegOrder order() {
        return order;
    }

    @Override
    public Progress progress() {
        return progress;
    }

    @Override
    public boolean isRepeated() {
        return repeated;
    }

    @Override
    public Round round() {
        return round;
    }

    @Override
    public Filled fill(Template template) {
        var hidden = new boolean[1];
        var text = template.filled(place -> {
            var value = value(place);
            if (value instanceof Value.Hidden secret) {
                hidden[0] = true;
                return secret.secret().reveal(CharSequence::toString);
            }
            if (value instanceof Value.Plain plain) {
                return plain.text();
            }
            throw new MissingData(place);
        });
        return new Filled(text, hidden[0]);
    }

    @Override
    public Value value(String place) {
        var capture = place.startsWith("captured.") ? place.substring("captured.".length()) : null;
        if (kept.containsKey(capture)) {
            return new Value.Plain(kept.get(capture));
        }
        var value = secrets.containsKey(capture) ? new Value.Hidden(Secret.of(secrets.get(capture))) : values.get(place);
        if (value == null) {
            throw new MissingData(place);
        }
        if (value instanceof Value.Hidden hidden) {
            hidden.secret().<Void>reveal(text -> {
                masks.add(text);
                return null;
            });
        }
        return value;
    }

    @Override
    public void intend(String act) {
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

    /** Lets the bank give anew what has run out: a renewal puts these secrets in place of the earlier ones. */
    public FakeLegRun renewing(Map<String, String> captures) {
        renewals.putAll(captures);
        return this;
    }

    @Override
    public boolean renew() {
        event("renewed");
        renewals.forEach((capture, value) -> {
            secrets.put(capture, value);
            masks.add(value);
        });
        return !renewals.isEmpty();
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
    public void journal(String act, String detail) {
        told.add(act + ": " + detail);
    }

    @Override
    public Optional<SentBack> sentBack() {
        return Optional.ofNullable(sentBack);
    }

    @Override
    public Optional<BankAnswer> answer() {
        return Optional.ofNullable(answer);
    }
}
