package io.portolan.notice;

import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.refusal.Refused;
import io.portolan.vault.Secret;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes, changes, pauses and removes webhooks; each of it is journalled. */
@Component
public class Webhooks {

    private static final int LONGEST_NAME = 100;
    private static final int MOST = 50;
    private static final Duration LONGEST_OVERLAP = Duration.ofDays(7);

    private final JdbcWebhooks table;
    private final JdbcDeliveries deliveries;
    private final WebhookSecrets secrets;
    private final SendWebhook send;
    private final Events events;
    private final Journal journal;
    private final WebhookAddress addresses;
    private final Clock clock;

    Webhooks(JdbcWebhooks table, JdbcDeliveries deliveries, WebhookSecrets secrets, SendWebhook send, Events events, Journal journal, NoticeSettings settings, Clock clock) {
        this.table = table;
        this.deliveries = deliveries;
        this.secrets = secrets;
        this.send = send;
        this.events = events;
        this.journal = journal;
        this.addresses = new WebhookAddress(settings.internalHosts());
        this.clock = clock;
    }

    /** What came of a call that only tries whether it gets there; the status and the note may be null. */
    public record Tried(boolean taken, Integer status, String note, int millis) { }

    /** A webhook and its secret, which is shown this once and closed by the caller. */
    public record Made(String id, Secret secret) implements AutoCloseable {

        @Override
        public void close() {
            secret.close();
        }
    }

    /** All of them by name. */
    public List<Webhook> all() {
        return table.all();
    }

    /** The one of this id; refused where there is none ({@code unknown-webhook}). */
    public Webhook find(String id) {
        return table.find(id).orElseThrow(() -> Refused.notFound("unknown-webhook", "There is no webhook " + id + "."));
    }

    /** Makes one that hears of what happens from now on; refused where it cannot be ({@code invalid-webhook}). */
    @Transactional
    public Made make(WebhookWish wish, String actor) {
        var types = checked(wish);
        if (table.all().size() >= MOST) {
            throw Refused.conflict("too-many-webhooks", "There are " + MOST + " webhooks already. Remove one that nobody needs.", Map.of());
        }
        var id = UUID.randomUUID().toString();
        var secret = WebhookSignature.newSecret();
        table.insert(id, wish.name().strip(), wish.url().strip(), types, new TreeSet<>(wish.tpps()), events.head(), secrets.keep(id, secret), actor);
        written(actor, "webhook-made", wish.name().strip() + ", " + WebhookAddress.told(wish.url()));
        return new Made(id, secret);
    }

    /** Changes all of it but its secret; refused where it cannot be ({@code invalid-webhook}). */
    @Transactional
    public Webhook change(String id, WebhookWish wish, String actor) {
        find(id);
        var types = checked(wish);
        table.change(id, wish.name().strip(), wish.url().strip(), types, new TreeSet<>(wish.tpps()));
        written(actor, "webhook-changed", wish.name().strip() + ", " + WebhookAddress.told(wish.url()));
        return find(id);
    }

    /** Calls it no more until it goes on; refused where it is not called ({@code webhook-not-active}). */
    @Transactional
    public Webhook pause(String id, String actor) {
        var webhook = find(id);
        if (webhook.state() != Webhook.State.ACTIVE) {
            throw Refused.conflict("webhook-not-active", "It is paused already.", Map.of());
        }
        table.state(id, Webhook.State.PAUSED);
        written(actor, "webhook-paused", webhook.name());
        return find(id);
    }

    /** Calls it again, and delivers what has happened meanwhile; refused where it is called already ({@code webhook-active}). */
    @Transactional
    public Webhook resume(String id, String actor) {
        var webhook = find(id);
        if (webhook.state() == Webhook.State.ACTIVE) {
            throw Refused.conflict("webhook-active", "It is not paused.", Map.of());
        }
        table.state(id, Webhook.State.ACTIVE);
        deliveries.atOnce(id);
        written(actor, "webhook-resumed", webhook.name());
        return find(id);
    }

    /** Removes it with its deliveries and secrets. */
    @Transactional
    public void remove(String id, String actor) {
        var webhook = find(id);
        var names = table.secrets(id);
        table.remove(id);
        names.forEach(secrets::forget);
        written(actor, "webhook-removed", webhook.name() + ", " + WebhookAddress.told(webhook.url()));
    }

    /** Gives it another secret; calls are signed with both for as long as is said. Refused where that is more than a week ({@code invalid-webhook}). */
    @Transactional
    public Made newSecret(String id, Duration overlap, String actor) {
        var webhook = find(id);
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            throw Refused.invalid("invalid-webhook", "Both secrets may count together for 0 to 168 hours.", Map.of("overlapHours", "0 to 168"));
        }
        var older = table.secrets(id);
        var secret = WebhookSignature.newSecret();
        table.secret(id, secrets.keep(id, secret), clock.instant().plus(overlap));
        older.stream().skip(1).forEach(secrets::forget);
        written(actor, "webhook-secret-made", webhook.name());
        return new Made(id, secret);
    }

    /** Calls it once with an event that is none, and says what came of it. */
    public Tried test(String id) {
        var webhook = find(id);
        try (var secret = secrets.reveal(table.secrets(id).get(0))) {
            var result = send.send(webhook.url(), "test", 0, "{\"id\":0,\"type\":\"test\",\"at\":\"" + clock.instant() + "\",\"about\":\"webhook\",\"subject\":\"" + id + "\"}", List.of(secret));
            return new Tried(result.isTaken(), result.status(), result.note(), result.millis());
        }
    }

    /** Its deliveries, the latest first, before the id; a state that is null fits all. */
    public List<Delivery> deliveries(String id, Delivery.State state, Long before, int limit) {
        find(id);
        return deliveries.page(id, state, before == null ? Long.MAX_VALUE : before, limit);
    }

    /** Has a dead letter sent again, or all of them where the id is null, and says how many; refused where the one is not dead ({@code delivery-not-dead}). */
    @Transactional
    public int again(String id, Long delivery, String actor) {
        var webhook = find(id);
        var count = deliveries.again(id, delivery);
        if (count == 0 && delivery != null) {
            throw Refused.conflict("delivery-not-dead", "This delivery is not among those that were given up.", Map.of());
        }
        written(actor, "webhook-sent-again", webhook.name() + ": " + count);
        return count;
    }

    private Set<EventType> checked(WebhookWish wish) {
        var wrong = new LinkedHashMap<String, String>();
        if (wish.name() == null || wish.name().isBlank() || wish.name().strip().length() > LONGEST_NAME) {
            wrong.put("name", "A name of up to " + LONGEST_NAME + " characters says what it is for.");
        }
        var address = addresses.wrong(wish.url() == null ? null : wish.url().strip());
        if (address != null) {
            wrong.put("url", address);
        }
        wish.types().stream().filter(word -> EventType.of(word).isEmpty()).findFirst().ifPresent(word -> wrong.put("types", "There is no type \"" + word + "\"."));
        if (!wish.tpps().stream().allMatch(tpp -> tpp.matches("[\\w.-]{1,100}"))) {
            wrong.put("tpps", "The ids of TPPs.");
        }
        if (!wrong.isEmpty()) {
            throw Refused.invalid("invalid-webhook", "This webhook cannot be: " + String.join(" ", wrong.values()), wrong);
        }
        return wish.types().stream().map(word -> EventType.of(word).orElseThrow()).collect(Collectors.toSet());
    }

    private void written(String actor, String act, String detail) {
        journal.write(Act.by(actor, Act.HOUSE, act, detail));
    }
}
