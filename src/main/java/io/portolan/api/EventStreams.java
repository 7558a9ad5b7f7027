package io.portolan.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.portolan.access.StillSignedIn;
import io.portolan.notice.EventFilter;
import io.portolan.notice.Events;
import io.portolan.notice.NoticeSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** The streams of events that this node holds open. Two threads serve them all, since none ever waits for a reader. */
@Component
class EventStreams implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);
    private static final int THREADS = 2;
    /** How many heartbeats a reader may take nothing for. */
    private static final int PATIENCE = 3;

    private final Events events;
    private final StillSignedIn stillSignedIn;
    private final NoticeSettings settings;
    private final ObjectMapper json;
    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
    private volatile ScheduledExecutorService threads;
    private Events.Listening listening;

    EventStreams(Events events, StillSignedIn stillSignedIn, NoticeSettings settings, ObjectMapper json) {
        this.events = events;
        this.stillSignedIn = stillSignedIn;
        this.settings = settings;
        this.json = json;
    }

    /** Opens a stream that begins after a position; false where there are too many already. Refused where what follows is no longer kept. */
    boolean open(long position, EventFilter filter, String actor, HttpServletRequest request, HttpServletResponse response) throws IOException {
        events.after(position, filter, 1);
        synchronized (open) {
            if (!isRunning() || open.size() >= settings.streams() || open.stream().filter(stream -> stream.actor().equals(actor)).count() >= settings.streamsEach()) {
                return false;
            }
            response.setContentType("text/event-stream;charset=UTF-8");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            // a proxy that gathers the answer would hold the events back
            response.setHeader("X-Accel-Buffering", "no");
            var allowed = stillSignedIn.of(request);
            var context = request.startAsync(request, response);
            context.setTimeout(0);
            var stream = new EventStream(events, position, filter, actor, allowed, context, response.getOutputStream(), json, this::run);
            context.addListener(new StreamEnd(() -> {
                stream.gone();
                open.remove(stream);
            }));
            open.add(stream);
            response.getOutputStream().setWriteListener(stream);
        }
        return true;
    }

    /** How many are open. */
    int count() {
        return open.size();
    }

    private void run(Runnable task) {
        try {
            threads.execute(task);
        } catch (RejectedExecutionException stopped) {
            // the node stops, and the streams end with it
        }
    }

    private void beat() {
        open.removeIf(EventStream::isOver);
        open.forEach(this::beat);
    }

    /** Where nobody can say whether its reader is still let in, the stream ends, and the others go on. */
    private void beat(EventStream stream) {
        try {
            stream.beat(settings.streamLife().toNanos(), settings.heartbeat().toNanos() * PATIENCE);
        } catch (RuntimeException e) {
            LOG.warn("a stream of events is ended", e);
            stream.end();
        }
    }

    @Override
    public void start() {
        threads = Executors.newScheduledThreadPool(THREADS, task -> {
            var thread = new Thread(task, "event-streams");
            thread.setDaemon(true);
            return thread;
        });
        threads.scheduleWithFixedDelay(this::beat, settings.heartbeat().toNanos(), settings.heartbeat().toNanos(), TimeUnit.NANOSECONDS);
        listening = events.listen(() -> open.forEach(EventStream::moved));
    }

    /** Before the web server, which else would wait for the streams. */
    @Override
    public void stop() {
        if (isRunning()) {
            listening.close();
            open.forEach(EventStream::end);
            threads.shutdown();
        }
    }

    @Override
    public boolean isRunning() {
        return threads != null && !threads.isShutdown();
    }
}
