package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.notice.Delivery;
import io.portolan.notice.EventType;
import io.portolan.notice.Webhook;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** A webhook as its pages show it. */
record WebhookView(String id, String name, String url, BadgeView state, boolean isActive, int failures, long waiting, long dead, TimeView oldSecretUntil,
        String createdBy, TimeView createdAt) {

    static WebhookView of(Webhook webhook, Instant now) {
        var badge = switch (webhook.state()) {
            case ACTIVE -> new BadgeView("active", say("webhook.is-active"), "done");
            case PAUSED -> new BadgeView("paused", say("webhook.is-paused"), "quiet");
            case STOPPED -> new BadgeView("stopped", say("webhook.is-stopped"), "rejected");
        };
        var overlaps = webhook.oldSecretUntil() != null && webhook.oldSecretUntil().isAfter(now);
        return new WebhookView(webhook.id(), webhook.name(), webhook.url(), badge, webhook.state() == Webhook.State.ACTIVE, webhook.failures(), webhook.waiting(), webhook.dead(),
                overlaps ? TimeView.of(webhook.oldSecretUntil(), now) : null, Wording.actor(webhook.createdBy()), TimeView.of(webhook.createdAt(), now));
    }

    /** What was typed; TPPs as words with spaces between. */
    record Typed(String name, String url, List<String> types, String tpps) {

        static final Typed NOTHING = new Typed("", "", List.of(), "");

        static Typed of(Webhook webhook) {
            return new Typed(webhook.name(), webhook.url(), webhook.types().stream().map(EventType::word).toList(), String.join(" ", webhook.tpps().stream().sorted().toList()));
        }

        /** The types there are, to choose from. */
        public List<Choice> choices() {
            return Arrays.stream(EventType.values()).map(type -> new Choice(type.word(), type.meaning(), types.contains(type.word()))).toList();
        }
    }

    /** A type to choose. */
    record Choice(String word, String meaning, boolean isChosen) { }

    /** A delivery as a line. */
    record Line(long id, long event, String type, BadgeView state, int tries, TimeView nextAt, Integer status, String note, Integer millis, TimeView madeAt,
            TimeView triedAt, boolean isDead) {

        static Line of(Delivery delivery, Instant now) {
            var badge = switch (delivery.state()) {
                case WAITING -> new BadgeView("waiting", say("webhook.is-waiting"), "waiting");
                case DELIVERED -> new BadgeView("delivered", say("webhook.is-delivered"), "done");
                case DEAD -> new BadgeView("dead", say("webhook.is-given-up"), "rejected");
            };
            return new Line(delivery.id(), delivery.event(), delivery.type().word(), badge, delivery.tries(), TimeView.of(delivery.nextAt(), now), delivery.status(), delivery.note(),
                    delivery.millis(), TimeView.of(delivery.madeAt(), now), TimeView.of(delivery.triedAt(), now), delivery.state() == Delivery.State.DEAD);
        }
    }
}
