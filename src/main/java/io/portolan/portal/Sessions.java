package io.portolan.portal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** The open browsers, a bounded number; one whose leg is over stays warm for the same account for a while. */
@Component
class Sessions implements DisposableBean {

    private final Browsers browsers;
    private final PortalSettings settings;
    private final Deque<Session> warm = new ArrayDeque<>();
    private final ScheduledExecutorService closing = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "portal-browsers");
        thread.setDaemon(true);
        return thread;
    });
    private int busy;
    private boolean closed;

    Sessions(Browsers browsers, PortalSettings settings) {
        this.browsers = browsers;
        this.settings = settings;
    }

    boolean available() {
        return browsers.available();
    }

    /** The browser for this account, warm where there is one; waits for room and throws {@link BrowserTrouble} without. */
    Session claim(String account) {
        var tooMany = new ArrayList<Session>();
        synchronized (this) {
            awaitRoom();
            busy++;
            for (var session : warm) {
                if (session.account().equals(account)) {
                    warm.remove(session);
                    return session;
                }
            }
            while (busy + warm.size() > settings.browsers()) {
                tooMany.add(warm.removeFirst());
            }
        }
        close(tooMany);
        try {
            return new Session(account, browsers.open());
        } catch (RuntimeException e) {
            freed();
            throw e;
        }
    }

    /** Gives a browser back: it stays warm unless it is broken. */
    void release(Session session) {
        boolean kept;
        synchronized (this) {
            kept = session.mayBeKept() && !closed && settings.keepWarm().toMillis() > 0;
            if (kept) {
                session.restsFrom(System.nanoTime());
                warm.addLast(session);
            }
        }
        if (kept) {
            closing.schedule(this::closeCold, settings.keepWarm().toMillis() + 1, TimeUnit.MILLISECONDS);
        } else {
            close(List.of(session));
        }
        freed();
    }

    private void closeCold() {
        var cold = new ArrayList<Session>();
        synchronized (this) {
            long now = System.nanoTime();
            warm.removeIf(session -> now - session.idleSince() >= settings.keepWarm().toNanos() && cold.add(session));
        }
        close(cold);
    }

    private void awaitRoom() {
        long end = System.nanoTime() + settings.pageLoad().toNanos();
        try {
            while (busy >= settings.browsers() && !closed) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    throw BrowserTrouble.page("all browsers are busy");
                }
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw BrowserTrouble.page("interrupted while waiting for a browser");
        }
        if (closed) {
            throw BrowserTrouble.page("the browsers are being closed");
        }
    }

    private synchronized void freed() {
        busy--;
        notifyAll();
    }

    private static void close(List<Session> sessions) {
        sessions.forEach(session -> session.browser().close());
    }

    @Override
    public void destroy() {
        List<Session> rest;
        synchronized (this) {
            closed = true;
            rest = List.copyOf(warm);
            warm.clear();
            notifyAll();
        }
        closing.shutdownNow();
        close(rest);
    }
}
