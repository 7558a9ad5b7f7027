package io.portolan.leg;

import io.portolan.playbook.Generator;
import io.portolan.playbook.ListedPlaces;
import io.portolan.playbook.Places;
import io.portolan.playbook.Template;
import io.portolan.vault.Secret;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A run for tests of a means: it fills templates from a map and remembers, in memory, all that the means tells it. */
public final class FakeLegRun extends RecordedRun {

    private final LegOrder order;
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Map<String, String> renewals = new LinkedHashMap<>();
    private boolean repeated;
    private Round round;
    private BankAnswer answer;
    private SentBack sentBack;

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
        next.wholeAnswer = wholeAnswer;
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

    /** Lets the registration have a credential that may be used, from elsewhere or from before. */
    public FakeLegRun inUseElsewhere(String credential) {
        inUse.add(credential);
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

    /** Lets later legs need what only this leg brings, even where the account was there before. */
    public FakeLegRun bringingMore() {
        bringsMore = true;
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

    @Override
    public LegOrder order() {
        return order;
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
        if (!ListedPlaces.base(place).equals(place)) {
            return order.parted(place, value(ListedPlaces.base(place)));
        }
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
    public Optional<SentBack> sentBack() {
        return Optional.ofNullable(sentBack);
    }

    @Override
    public Optional<BankAnswer> answer() {
        return Optional.ofNullable(answer);
    }
}
