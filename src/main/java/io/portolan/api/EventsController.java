package io.portolan.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.portolan.access.Actors;
import io.portolan.notice.EventFilter;
import io.portolan.notice.EventType;
import io.portolan.notice.Events;
import io.portolan.refusal.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/events")
@Tag(name = "Events", description = "What happens, as it happens")
class EventsController {

    private final Events events;
    private final EventStreams streams;
    private final Actors actors;

    EventsController(Events events, EventStreams streams, Actors actors) {
        this.events = events;
        this.streams = streams;
        this.actors = actors;
    }

    /** Events, oldest first, and what to give as `after` next; where nothing has happened since, the same again. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record EventsPage(@JsonInclude(JsonInclude.Include.NON_NULL) List<HappenedView> items, long next) { }

    @GetMapping
    @Operation(summary = "What has happened, as a stream or page by page", description = "With `Accept: text/event-stream` a stream of server-sent events that stays open: each has"
            + " `id`, `event` (the type) and `data` (the same JSON as an item of the page). It begins after `Last-Event-ID` or `after`, without either with what happens next. Where"
            + " nothing happens a comment is sent every few seconds. It ends after some minutes, when its token or session ends, and when its reader is too slow; come again with"
            + " the last id. Else a page: what follows `after`, oldest first, without it from the oldest that is kept on; ask again with `next`. Each event is told once, after it"
            + " is committed, in one order for everybody; later events have greater ids. Where some of what is asked for is no longer kept, 409 `events-gone` says where to go on.")
    @ApiResponse(responseCode = "200", content = {@Content(mediaType = "application/json", schema = @Schema(implementation = EventsPage.class)),
        @Content(mediaType = "text/event-stream", schema = @Schema(type = "string"))})
    ResponseEntity<EventsPage> events(
            @Parameter(description = "The id of the last event that is known") @RequestParam(required = false) Long after,
            @Parameter(description = "Only events of these types") @RequestParam(required = false) List<String> type,
            @Parameter(description = "Only events of these TPPs") @RequestParam(required = false) List<String> tpp,
            @RequestParam(required = false) Integer limit,
            @RequestHeader(name = "Last-Event-ID", required = false) String lastEventId,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, required = false) String accept,
            @Parameter(hidden = true) HttpServletRequest request, @Parameter(hidden = true) HttpServletResponse response) throws IOException {
        var filter = EventFilter.of(actors.current(), type == null ? null : type.stream().map(word -> Words.required(EventType.class, "type", word)).toList(), tpp);
        if (accept != null && accept.contains(MediaType.TEXT_EVENT_STREAM_VALUE) && request.getMethod().equals("GET")) {
            var from = from(lastEventId, after);
            if (streams.open(from == null ? events.head() : from, filter, actors.current().name(), request, response)) {
                return null;
            }
            throw new TooManyStreams();
        }
        var found = events.after(after == null ? events.oldest() : notNegative(after), filter, Slice.limit(limit));
        return ResponseEntity.ok(new EventsPage(found.events().stream().map(HappenedView::of).toList(), found.upTo()));
    }

    private static Long from(String lastEventId, Long after) {
        if (lastEventId == null || lastEventId.isBlank()) {
            return after == null ? null : notNegative(after);
        }
        try {
            return notNegative(Long.parseLong(lastEventId.strip()));
        } catch (NumberFormatException none) {
            throw notAnId();
        }
    }

    private static Long notNegative(long id) {
        if (id < 0) {
            throw notAnId();
        }
        return id;
    }

    private static Refused notAnId() {
        return Refused.invalid("invalid-cursor", "This is no id of an event. Send the last one that was received, or leave it out.", Map.of("after", "the id of an event"));
    }

    /** No more streams are held open, by this node or for this actor. */
    static final class TooManyStreams extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooManyStreams() {
            super("Too many streams of events are open already. Close one, or read the events page by page.", null, false, false);
        }
    }
}
