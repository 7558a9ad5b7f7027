package io.portolan.notice;

import io.portolan.database.Leases;
import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.notice.JdbcEvents.Subject;
import io.portolan.refusal.Refused;
import io.portolan.vault.Secret;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Calls webhooks: one worker at a time has one, on all nodes, and sends what is due in the order of the events. What fails is tried again later while what
 * follows goes on, so that the order is not promised, the id is.
 */
@Component
class DeliverWebhooks implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DeliverWebhooks.class);
    private static final int WORKERS = 4;
    private static final int AT_ONCE = 100;
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final long LONGEST_TURN = Duration.ofSeconds(45).toNanos();
    private static final SecureRandom CHANCE = new SecureRandom();

    private final JdbcWebhooks webhooks;
    private final JdbcDeliveries deliveries;
    private final JdbcEvents table;
    private final Events events;
    private final EventBody bodies;
    private final SendWebhook send;
    private final WebhookSecrets secrets;
    private final Journal journal;
    private final Leases leases;
    private final NoticeSettings settings;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final AtomicInteger busy = new AtomicInteger();
    private ExecutorService workers;
    private Events.Listening listening;

    DeliverWebhooks(JdbcWebhooks webhooks, JdbcDeliveries deliveries, JdbcEvents table, Events events, EventBody bodies, SendWebhook send, WebhookSecrets secrets, Journal journal,
            Leases leases, NoticeSettings settings, PlatformTransactionManager transactions, Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.table = table;
        this.events = events;
        this.bodies = bodies;
        this.send = send;
        this.secrets = secrets;
        this.journal = journal;
        this.leases = leases;
        this.settings = settings;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Lets a worker look for work, unless all are at it. */
    @Scheduled(fixedDelay = 1, initialDelay = 3, timeUnit = TimeUnit.SECONDS)
    void wake() {
        if (isRunning() && busy.get() < WORKERS) {
            busy.incrementAndGet();
            workers.execute(() -> {
                try {
                    work();
                } catch (RuntimeException e) {
                    LOG.warn("webhooks could not be called; it is tried again", e);
                } finally {
                    busy.decrementAndGet();
                }
            });
        }
    }

    private void work() {
        while (isRunning()) {
            var holder = UUID.randomUUID().toString();
            var claimed = webhooks.claim(holder, events.head(), LEASE);
            if (claimed.isEmpty()) {
                return;
            }
            // there may be another one for somebody else
            wake();
            try {
                takeNew(claimed.get());
                sendDue(claimed.get(), holder);
            } finally {
                webhooks.release(claimed.get().webhook().id(), holder);
            }
        }
    }

    /** Makes deliveries of what has happened since, each once. */
    private void takeNew(JdbcWebhooks.Claimed claimed) {
        var webhook = claimed.webhook();
        var from = claimed.position();
        var head = events.head();
        while (from < head) {
            var found = found(from, webhook);
            var at = from;
            transactions.executeWithoutResult(status -> {
                if (webhooks.moved(webhook.id(), at, found.upTo())) {
                    found.events().forEach(event -> deliveries.insert(webhook.id(), event, bodies.of(event)));
                }
            });
            from = found.upTo();
        }
    }

    private Events.Found found(long from, Webhook webhook) {
        try {
            return events.after(from, webhook.filter(), AT_ONCE);
        } catch (Refused gone) {
            LOG.warn("the webhook {} was paused for so long that some events are no longer kept", webhook.name());
            return events.after(events.oldest(), webhook.filter(), AT_ONCE);
        }
    }

    private void sendDue(JdbcWebhooks.Claimed claimed, String holder) {
        var id = claimed.webhook().id();
        var begun = System.nanoTime();
        var signing = new ArrayList<Secret>();
        try {
            for (var due : deliveries.due(id, AT_ONCE)) {
                if (!isRunning() || System.nanoTime() - begun > LONGEST_TURN || !webhooks.isHeld(id, holder)) {
                    return;
                }
                if (signing.isEmpty()) {
                    signing.add(secrets.reveal(claimed.secret()));
                    if (claimed.oldSecret() != null) {
                        signing.add(secrets.reveal(claimed.oldSecret()));
                    }
                }
                var delivery = due.delivery();
                note(claimed.webhook(), delivery, send.send(claimed.webhook().url(), delivery.type().word(), delivery.event(), due.body(), signing));
            }
        } finally {
            signing.forEach(Secret::close);
        }
    }

    private void note(Webhook webhook, Delivery delivery, SendWebhook.Result result) {
        if (result.isTaken()) {
            deliveries.delivered(delivery.id(), result);
            webhooks.worked(webhook.id());
            return;
        }
        var tries = delivery.tries() + 1;
        transactions.executeWithoutResult(status -> {
            deliveries.failed(delivery.id(), tries >= settings.webhookTries() ? null : clock.instant().plus(WebhookPace.after(tries, CHANCE.nextDouble())), result);
            if (webhooks.failed(webhook.id()) == settings.webhookPauseAfter()) {
                webhooks.state(webhook.id(), Webhook.State.STOPPED);
                journal.write(Act.ofPortolan(Act.HOUSE, "webhook-stopped", null, null, webhook.name() + ", after " + settings.webhookPauseAfter() + " calls that failed. " + result.note()));
                table.tellOnce("webhook-paused " + webhook.id() + " " + clock.instant(), EventType.WEBHOOK_PAUSED,
                        new Subject("webhook", webhook.id(), null, null, null, null, null, "stopped", webhook.name()));
            }
        });
    }

    @Scheduled(fixedDelay = 60, initialDelay = 17, timeUnit = TimeUnit.MINUTES)
    void forget() {
        if (leases.hold("notice-deliveries", Duration.ofMinutes(30))) {
            deliveries.forgetBefore(clock.instant().atZone(ZoneOffset.UTC).minus(settings.keepEvents()).toInstant());
        }
    }

    @Override
    public void start() {
        workers = Executors.newFixedThreadPool(WORKERS, task -> {
            var thread = new Thread(task, "webhooks");
            thread.setDaemon(true);
            return thread;
        });
        listening = events.listen(this::wake);
    }

    @Override
    public void stop() {
        if (isRunning()) {
            listening.close();
            workers.shutdown();
        }
    }

    @Override
    public boolean isRunning() {
        return workers != null && !workers.isShutdown();
    }
}
