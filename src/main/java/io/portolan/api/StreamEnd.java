package io.portolan.api;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/** Hears that a request which went on is over, whichever way. */
record StreamEnd(Runnable ended) implements AsyncListener {

    @Override
    public void onComplete(AsyncEvent event) {
        ended.run();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        ended.run();
    }

    /** The container would else answer with an error page, into what was sent. */
    @Override
    public void onError(AsyncEvent event) {
        ended.run();
        try {
            event.getAsyncContext().complete();
        } catch (IllegalStateException done) {
            // it was completed already
        }
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // nothing starts it anew
    }
}
