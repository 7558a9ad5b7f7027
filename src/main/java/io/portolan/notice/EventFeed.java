package io.portolan.notice;

import io.portolan.refusal.Refused;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Gives events their positions, keeps the latest at hand, and lets listeners know; each node has one, and any may place what another's transaction has told. */
@Component
class EventFeed implements Events, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(EventFeed.class);
    private static final int AT_HAND = 2000;
    private static final long PAUSE_AFTER_TROUBLE = 2_000_000_000L;

    private final JdbcEvents table;
    private final NoticeSettings settings;
    private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();
    private final ArrayDeque<Event> latest = new ArrayDeque<>();
    /** What is at hand begins right after this position. */
    private long latestFrom;
    private volatile long head = -1;
    private volatile boolean running;
    private Thread thread;

    EventFeed(JdbcEvents table, NoticeSettings settings) {
        this.table = table;
        this.settings = settings;
    }

    @Override
    public long head() {
        var known = head;
        return known >= 0 ? known : table.placed();
    }

    @Override
    public long oldest() {
        return table.erased();
    }

    @Override
    public Found after(long position, EventFilter filter, int limit) {
        var upTo = head();
        if (position >= upTo) {
            return new Found(List.of(), Math.max(position, 0));
        }
        synchronized (latest) {
            if (position >= latestFrom) {
                return found(atHand(position, upTo).stream().filter(filter::fits).limit(limit).toList(), upTo, limit);
            }
        }
        var erased = table.erased();
        if (position < erased) {
            throw Refused.conflict("events-gone", "What followed after " + position + " is no longer kept in full. Read how everything stands, and go on after " + upTo + ".",
                    Map.of("head", String.valueOf(upTo), "erased", String.valueOf(erased)));
        }
        return found(table.between(position, upTo, filter, limit), upTo, limit);
    }

    /** Most readers miss only the last few. */
    private List<Event> atHand(long after, long upTo) {
        var missed = new ArrayDeque<Event>();
        for (var all = latest.descendingIterator(); all.hasNext();) {
            var event = all.next();
            if (event.position() <= after) {
                break;
            }
            if (event.position() <= upTo) {
                missed.addFirst(event);
            }
        }
        return List.copyOf(missed);
    }

    private static Found found(List<Event> events, long upTo, int limit) {
        return new Found(events, events.size() < limit ? upTo : events.get(events.size() - 1).position());
    }

    @Override
    public Listening listen(Runnable moved) {
        // two listeners may be the same lambda
        Runnable own = moved::run;
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    /** Looks once for what was committed since. */
    void look() {
        var placed = table.place();
        if (head < 0) {
            synchronized (latest) {
                latestFrom = placed;
            }
            head = placed;
        } else if (placed > head) {
            var fresh = table.between(head, placed, EventFilter.everything(), AT_HAND);
            synchronized (latest) {
                latest.addAll(fresh);
                if (fresh.size() == AT_HAND) {
                    // there may be more than that, which is then read from the table
                    latest.clear();
                    latestFrom = placed;
                }
                while (latest.size() > AT_HAND) {
                    latestFrom = latest.removeFirst().position();
                }
            }
            head = placed;
            listeners.forEach(EventFeed::tell);
        }
    }

    private static void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            LOG.warn("somebody who listens to events has failed", e);
        }
    }

    private void run() {
        while (running) {
            var pause = settings.poll().toNanos();
            try {
                look();
            } catch (RuntimeException e) {
                if (running) {
                    LOG.warn("the events could not be read; it is tried again: {}", e.getMessage());
                }
                pause = PAUSE_AFTER_TROUBLE;
            }
            LockSupport.parkNanos(pause);
        }
    }

    @Override
    public void start() {
        running = true;
        thread = new Thread(this::run, "events");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop() {
        running = false;
        if (thread != null) {
            LockSupport.unpark(thread);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
