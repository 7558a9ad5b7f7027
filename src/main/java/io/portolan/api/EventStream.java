package io.portolan.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.portolan.notice.Event;
import io.portolan.notice.EventFilter;
import io.portolan.notice.Events;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * One stream of events. It pulls what its reader can take and never waits for it: while the reader is slow nothing is kept for it but its place. All of it
 * runs on an executor, one at a time: a thread of the container that calls holds a lock which writing needs.
 */
final class EventStream implements WriteListener {

    private static final int AT_ONCE = 100;
    private static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] BEGIN = "retry: 2000\n\n".getBytes(StandardCharsets.UTF_8);

    private final Events events;
    private final EventFilter filter;
    private final String actor;
    private final BooleanSupplier isAllowed;
    private final AsyncContext context;
    private final ServletOutputStream out;
    private final ObjectMapper json;
    private final Executor executor;
    private final AtomicInteger asked = new AtomicInteger();
    private final long begun = System.nanoTime();
    private long position;
    private byte[] extra = BEGIN;
    private boolean unflushed;
    private volatile boolean beat;
    private final AtomicBoolean over = new AtomicBoolean();
    /** Since when the reader takes nothing, or zero. */
    private volatile long stuckSince;

    EventStream(Events events, long position, EventFilter filter, String actor, BooleanSupplier isAllowed, AsyncContext context, ServletOutputStream out,
            ObjectMapper json, Executor executor) {
        this.events = events;
        this.position = position;
        this.filter = filter;
        this.actor = actor;
        this.isAllowed = isAllowed;
        this.context = context;
        this.out = out;
        this.json = json;
        this.executor = executor;
    }

    String actor() {
        return actor;
    }

    boolean isOver() {
        return over.get();
    }

    /** Has what is new sent, soon and by another thread. */
    void moved() {
        if (!over.get() && asked.getAndIncrement() == 0) {
            executor.execute(() -> {
                int seen;
                do {
                    seen = asked.get();
                    send();
                } while (!asked.compareAndSet(seen, 0));
            });
        }
    }

    /** Shows that the stream is there, or ends it where it may not be any more. */
    void beat(long longest, long patience) {
        var now = System.nanoTime();
        var stuck = stuckSince;
        if (now - begun > longest || stuck != 0 && now - stuck > patience || !isAllowed.getAsBoolean()) {
            end();
        } else {
            beat = true;
            moved();
        }
    }

    private void send() {
        try {
            while (!over.get()) {
                if (!out.isReady()) {
                    stuckSince = stuckSince == 0 ? System.nanoTime() : stuckSince;
                    return;
                }
                stuckSince = 0;
                var next = next();
                if (next != null) {
                    out.write(next);
                    unflushed = true;
                } else if (unflushed) {
                    unflushed = false;
                    out.flush();
                } else {
                    return;
                }
            }
        } catch (CannotGoOn trouble) {
            end();
        } catch (IOException | RuntimeException gone) {
            // the reader has hung up: the container notices as well and completes the request, whose parts it may use for others from then on
            over.set(true);
        }
    }

    /** Nothing can be said any more, though the reader would listen. */
    private static final class CannotGoOn extends RuntimeException {

        private static final long serialVersionUID = 1L;

        CannotGoOn(Exception cause) {
            super(cause);
        }
    }

    private byte[] next() {
        if (extra != null) {
            var first = extra;
            extra = null;
            return first;
        }
        if (position < events.head()) {
            var found = found();
            position = found.upTo();
            if (!found.events().isEmpty()) {
                beat = false;
                return text(found).getBytes(StandardCharsets.UTF_8);
            }
        }
        if (beat) {
            beat = false;
            return HEARTBEAT;
        }
        return null;
    }

    /** Where the reader stayed away for longer than events are kept it is sent away; coming anew it hears why. */
    private Events.Found found() {
        try {
            return events.after(position, filter, AT_ONCE);
        } catch (RuntimeException gone) {
            throw new CannotGoOn(gone);
        }
    }

    private String text(Events.Found found) {
        var text = new StringBuilder();
        for (Event event : found.events()) {
            text.append("id: ").append(event.position()).append("\nevent: ").append(event.type().word()).append("\ndata: ").append(data(event)).append("\n\n");
        }
        return text.toString();
    }

    private String data(Event event) {
        try {
            return json.writeValueAsString(HappenedView.of(event));
        } catch (JsonProcessingException e) {
            throw new CannotGoOn(e);
        }
    }

    /** Ends the stream; its client comes anew if it wants to. */
    void end() {
        executor.execute(() -> {
            if (over.compareAndSet(false, true)) {
                try {
                    context.complete();
                } catch (IllegalStateException done) {
                    // the container was first
                }
            }
        });
    }

    /** Says that the container is done with the request, so that nothing of it may be touched any more. */
    void gone() {
        over.set(true);
    }

    @Override
    public void onWritePossible() {
        moved();
    }

    @Override
    public void onError(Throwable trouble) {
        gone();
    }
}
