package io.portolan.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.portolan.access.Actors;
import io.portolan.notice.Delivery;
import io.portolan.notice.EventType;
import io.portolan.notice.Webhook;
import io.portolan.notice.WebhookWish;
import io.portolan.notice.Webhooks;
import io.portolan.refusal.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/webhooks")
@Tag(name = "Webhooks", description = "Addresses of other systems that are called with what happens; for admins")
class WebhooksController {

    private static final int USUAL_OVERLAP_HOURS = 24;

    private final Webhooks webhooks;
    private final Actors actors;

    WebhooksController(Webhooks webhooks, Actors actors) {
        this.webhooks = webhooks;
        this.actors = actors;
    }

    /** A webhook without its secret. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record WebhookView(String id, String name, String url, List<String> types, List<String> tpps, String state, int failures, long waiting, long dead,
            Instant oldSecretUntil, String createdBy, Instant createdAt, Instant changedAt) {

        static WebhookView of(Webhook webhook) {
            return new WebhookView(webhook.id(), webhook.name(), webhook.url(), webhook.types().stream().map(EventType::word).sorted().toList(),
                    webhook.tpps().stream().sorted().toList(), Words.of(webhook.state()), webhook.failures(), webhook.waiting(), webhook.dead(), webhook.oldSecretUntil(),
                    webhook.createdBy(), webhook.createdAt(), webhook.changedAt());
        }
    }

    /** A secret that was just made. */
    record SecretView(String id, String secret) {

        static SecretView of(Webhooks.Made made) {
            return new SecretView(made.id(), made.secret().reveal(CharSequence::toString));
        }

        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "SecretView[id=" + id + "]";
        }
    }

    /** An event on its way to a webhook. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record DeliveryView(long id, long event, String type, String state, int tries, Instant nextTryAt, Integer status, String note, Integer millis, Instant madeAt, Instant triedAt) {

        static DeliveryView of(Delivery delivery) {
            return new DeliveryView(delivery.id(), delivery.event(), delivery.type().word(), Words.of(delivery.state()), delivery.tries(), delivery.nextAt(), delivery.status(),
                    delivery.note(), delivery.millis(), delivery.madeAt(), delivery.triedAt());
        }
    }

    /** How long the old secret signs beside the new one, in hours; 24 where it is left out. */
    record RotationBody(Integer overlapHours) { }

    /** How many were sent again. */
    record AgainView(int deliveries) { }

    @GetMapping
    @Operation(summary = "List the webhooks, by name")
    Slice<WebhookView> page(@RequestParam(required = false) String cursor, @RequestParam(required = false) Integer limit) {
        return Slice.of(webhooks.all(), Webhook::id, cursor, limit, WebhookView::of);
    }

    @PostMapping
    @Operation(summary = "Make a webhook", description = "It is called with each event of these `types` (none: all) and `tpps` (none: all, and what belongs to none) that happens from"
            + " now on. `url` begins with https:// and leads to a host of the internet. The secret that signs the calls is in this answer and never again; an Idempotency-Key is not"
            + " regarded. docs/notices.md tells how a call is checked.")
    ResponseEntity<SecretView> make(@RequestBody WebhookWish wish) {
        try (var made = webhooks.make(wish, actors.current().name())) {
            return ResponseEntity.created(URI.create("/api/v1/webhooks/" + made.id())).cacheControl(CacheControl.noStore()).body(SecretView.of(made));
        }
    }

    @GetMapping("/{webhook}")
    @Operation(summary = "One webhook", description = "`state` is active, paused (by somebody) or stopped (by Portolan, after too many failures).")
    WebhookView one(@PathVariable String webhook) {
        return WebhookView.of(webhooks.find(webhook));
    }

    @PutMapping("/{webhook}")
    @Operation(summary = "Change a webhook", description = "All of it but its secret.")
    WebhookView change(@PathVariable String webhook, @RequestBody WebhookWish wish) {
        return WebhookView.of(webhooks.change(webhook, wish, actors.current().name()));
    }

    @DeleteMapping("/{webhook}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove a webhook", description = "With its deliveries and its secret.")
    void remove(@PathVariable String webhook) {
        webhooks.remove(webhook, actors.current().name());
    }

    @PostMapping("/{webhook}/pause")
    @Operation(summary = "Pause a webhook", description = "What happens meanwhile is delivered once it goes on, as far as events are kept.")
    WebhookView pause(@PathVariable String webhook) {
        return WebhookView.of(webhooks.pause(webhook, actors.current().name()));
    }

    @PostMapping("/{webhook}/resume")
    @Operation(summary = "Let a webhook go on that is paused or stopped")
    WebhookView resume(@PathVariable String webhook) {
        return WebhookView.of(webhooks.resume(webhook, actors.current().name()));
    }

    @PostMapping("/{webhook}/secret")
    @Operation(summary = "Give a webhook another secret", description = "Calls carry a signature by each of both for `overlapHours` (24, at most 168). The secret is in this answer"
            + " and never again; an Idempotency-Key is not regarded.")
    ResponseEntity<SecretView> rotate(@PathVariable String webhook, @RequestBody(required = false) RotationBody body) {
        var hours = body == null || body.overlapHours() == null ? USUAL_OVERLAP_HOURS : body.overlapHours();
        try (var made = webhooks.newSecret(webhook, Duration.ofHours(hours), actors.current().name())) {
            return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(SecretView.of(made));
        }
    }

    @PostMapping("/{webhook}/test")
    @Operation(summary = "Call a webhook once", description = "With an event of the type `test` and the id 0, signed as any other; says what came of it.")
    Webhooks.Tried test(@PathVariable String webhook) {
        return webhooks.test(webhook);
    }

    @GetMapping("/{webhook}/deliveries")
    @Operation(summary = "The deliveries of a webhook, the latest first", description = "`state` is waiting, delivered or dead; dead are those that were tried often enough.")
    Slice<DeliveryView> deliveries(@PathVariable String webhook, @RequestParam(required = false) String state,
            @Parameter(description = "What the page before gave as next") @RequestParam(required = false) String cursor, @RequestParam(required = false) Integer limit) {
        var most = Slice.limit(limit);
        var page = webhooks.deliveries(webhook, Words.read(Delivery.State.class, "state", state), before(cursor), most);
        return new Slice<>(page.stream().map(DeliveryView::of).toList(), page.size() < most ? null : String.valueOf(page.get(page.size() - 1).id()));
    }

    @PostMapping("/{webhook}/deliveries/retry")
    @Operation(summary = "Send all dead letters of a webhook again")
    AgainView againAll(@PathVariable String webhook) {
        return new AgainView(webhooks.again(webhook, null, actors.current().name()));
    }

    @PostMapping("/{webhook}/deliveries/{delivery}/retry")
    @Operation(summary = "Send one dead letter again")
    AgainView again(@PathVariable String webhook, @PathVariable long delivery) {
        return new AgainView(webhooks.again(webhook, delivery, actors.current().name()));
    }

    private static Long before(String cursor) {
        try {
            return cursor == null || cursor.isBlank() ? null : Long.valueOf(cursor);
        } catch (NumberFormatException none) {
            throw Refused.invalid("invalid-cursor", "This cursor is none that was given out here.", Map.of("cursor", "one that an earlier page gave as next"));
        }
    }
}
