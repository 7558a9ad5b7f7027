package io.portolan.api;

import io.portolan.notice.Event;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** An event as clients see it; what is not known of it is left out. */
record HappenedView(@Schema(description = "Its place in the order of all events: what to give as `after`, and the `id` of the server-sent event", example = "1042") long id,
        @Schema(example = "task-opened") String type, Instant at, @Schema(example = "example-tpp") String tpp, @Schema(example = "xx-harbour") String bank,
        @Schema(example = "production") String environment,
        @Schema(description = "What it is about", example = "task") String about, @Schema(description = "The id of that") String subject, String onboarding, String leg,
        @Schema(description = "How the subject stands since", example = "open") String state, @Schema(example = "Create the application") String title,
        @Schema(description = "The address of its page", example = "/tasks/…") String page) {

    static HappenedView of(Event event) {
        return new HappenedView(event.position(), event.type().word(), event.at(), event.tpp(), event.bank(), event.environment(), event.about(),
                event.subject(), event.onboarding(), event.leg(), event.state(), event.title(), event.page());
    }
}
