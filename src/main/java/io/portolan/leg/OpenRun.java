package io.portolan.leg;

import io.portolan.journal.Act;
import io.portolan.journal.Evidence;
import io.portolan.playbook.ListedPlaces;
import io.portolan.playbook.Places;
import io.portolan.playbook.Template;
import io.portolan.vault.Secret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A run under way: what it keeps is committed at once, since the run may be cut off at any moment. */
class OpenRun implements LegRun {

    private final LegRecord row;
    private final LegOrder order;
    private final BankAnswer answer;
    private final RunStores stores;
    private final RunSecrets secrets;
    private final List<Long> evidence = new ArrayList<>();
    private final Renewal renewal;
    private final GeneratedValues generated;
    private final WholeAnswer wholeAnswer;
    private boolean renewed;
    private String begun;

    OpenRun(LegRecord row, LegOrder order, BankAnswer answer, RunStores stores, Renewal renewal) {
        this(row, order, answer, stores, renewal, new KnownSecrets());
    }

    private OpenRun(LegRecord row, LegOrder order, BankAnswer answer, RunStores stores, Renewal renewal, KnownSecrets masks) {
        this.row = row;
        this.order = order;
        this.answer = answer;
        this.stores = stores;
        this.renewal = renewal;
        this.secrets = new RunSecrets(stores, row, order, masks);
        this.generated = new GeneratedValues(stores, order, row.round());
        this.wholeAnswer = new WholeAnswer(stores, row, order.tpp());
    }

    /** A run of an earlier leg within another run, which learns of its secrets. */
    OpenRun(LegRecord row, LegOrder order, OpenRun within) {
        this(row, order, null, within.stores, within.renewal, within.secrets.known());
    }

    @Override
    public LegOrder order() {
        return order;
    }

    @Override
    public Progress progress() {
        return row.progress();
    }

    @Override
    public boolean isRepeated() {
        return row.runs() > 1 || row.round() > 1 || row.looksFirst();
    }

    @Override
    public Round round() {
        return new Round(row.round(), row.roundSince());
    }

    @Override
    public Filled fill(Template template) {
        var hidden = new boolean[1];
        var text = template.filled(place -> {
            var value = value(place);
            if (value instanceof Value.Hidden secret) {
                hidden[0] = true;
                try (var open = secret.secret()) {
                    return open.reveal(CharSequence::toString);
                }
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
        return order.parted(place, held(ListedPlaces.base(place)));
    }

    private Value held(String place) {
        if (place.equals(Places.SERVICES) || place.equals(Places.SERVICE_NAMES)) {
            return order.says(place).map(Value.Plain::new).orElseThrow(() -> new MissingData(place));
        }
        return place.startsWith(Places.GENERATED) ? generated.value(place) : place.startsWith(Places.CAPTURED) ? captured(place)
                : stores.ourData().value(place, order).orElseThrow(() -> new MissingData(place));
    }

    private Value captured(String place) {
        var kept = kept(place.substring("captured.".length())).orElseThrow(() -> new MissingData(place));
        return kept.secret() == null ? new Value.Plain(kept.value())
                : new Value.Hidden(secrets.revealed(kept).orElseThrow(() -> new MissingData(place)));
    }

    /** What this run uses under a name of what was captured. */
    Optional<Captured> kept(String name) {
        return stores.captures().latest(row.onboarding(), name);
    }

    @Override
    public void intend(String act) {
        whileHeld(() -> stores.legs().intend(LegKey.of(row), row.holder(), act), "intended", act);
        begun = act;
        wholeAnswer.forget();
    }

    @Override
    public void happened() {
        inOne(() -> write("happened", stores.legs().happened(LegKey.of(row), row.holder()) ? null
                : "The leg was taken over or is no longer wanted; what this has brought is still kept."));
    }

    @Override
    public void averted(String why) {
        begun = null;
        whileHeld(() -> stores.legs().averted(LegKey.of(row), row.holder()), "averted", why);
    }

    @Override
    public void keep(String capture, String value, Instant expires) {
        var shown = masks().masked(value);
        inOne(() -> {
            stores.captures().keep(row.onboarding(), row.leg(), row.round(), capture, value, expires);
            write("captured", capture + ": " + shown);
        });
    }

    @Override
    public void keepSecret(String capture, Secret value, Instant expires) {
        secrets.learn(value);
        // outside of a transaction: one that holds a connection and waits for the vault's may wait in vain, and a secret is shown once
        stores.captures().keepSecret(row.onboarding(), order.tpp(), row.leg(), row.round(), capture, value, expires);
        inOne(() -> write("captured", capture + ": in the vault"));
    }

    @Override
    public void keepAnswer(Secret whole) {
        wholeAnswer.keep(whole);
    }

    @Override
    public Optional<Secret> keptAnswer() {
        return wholeAnswer.kept();
    }

    /** The leg is done, and that is on record: nothing of the bank's answer is needed any more. */
    void done() {
        wholeAnswer.taken();
    }

    @Override
    public boolean renew() {
        var isFirst = !renewed;
        renewed = true;
        return isFirst && renewal.again(this);
    }

    @Override
    public boolean has(String capture) {
        return stores.captures().find(row.onboarding(), row.leg(), row.round(), capture).isPresent();
    }

    @Override
    public boolean mayBeInUse(String capture) {
        return stores.ourData().isCurrent(capture, order).orElseGet(() ->
                stores.captures().secretsOfAllRounds(row.onboarding()).stream().anyMatch(kept -> kept.name().equals(capture)));
    }

    @Override
    public Masks masks() {
        return secrets.all();
    }

    @Override
    public long evidence(Evidence.Kind kind, String mediaType, byte[] body) {
        var id = stores.evidence().keep(row.onboarding(), kind, mediaType, body);
        evidence.add(id);
        return id;
    }

    @Override
    public void proves(ProofOfAccess proof) {
        stores.proofs().keep(row.onboarding(), row.leg(), row.round(), proof);
    }

    @Override
    public boolean foundAccount() {
        return new FoundAccount(stores, order).passBy(this::journal);
    }

    @Override
    public void journal(String act, String detail) {
        inOne(() -> write(act, detail));
    }

    @Override
    public Optional<BankAnswer> answer() {
        return Optional.ofNullable(answer);
    }

    @Override
    public Optional<SentBack> sentBack() {
        return Optional.ofNullable(row.sentBackBy()).map(by -> new SentBack(by, row.detail()));
    }

    LegRecord row() {
        return row;
    }

    /** What this run has begun that cannot be taken back, as a sentence; empty where it has not, or where that has had no effect. */
    Optional<String> begun() {
        return Optional.ofNullable(begun);
    }

    List<Long> evidence() {
        return List.copyOf(evidence);
    }

    private void write(String act, String detail) {
        stores.journal().write(Act.ofPortolan(row.onboarding(), act, row.leg(), order.leg().by().name().toLowerCase(java.util.Locale.ROOT), detail));
    }

    private void whileHeld(BooleanSupplier change, String act, String detail) {
        inOne(() -> {
            if (!change.getAsBoolean()) {
                throw new LeaseLost(row.leg());
            }
            write(act, detail);
        });
    }

    private void inOne(Runnable work) {
        stores.transactions().executeWithoutResult(status -> work.run());
    }
}
