package io.portolan.bankapi;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.atomic.AtomicReference;

/**
 * How far a call has got on its way to the bank. Its body is asked for once there is a connection and the head is on its way; a bank that has
 * not got the whole of it cannot have acted on it.
 */
final class Sending {

    /** How far it got when it was given up. */
    enum Got { NOWHERE, ON_ITS_WAY, NOBODY_KNOWS }

    private enum State { NOT_YET, BEGUN, GIVEN_UP }

    private final AtomicReference<State> state = new AtomicReference<>(State.NOT_YET);
    private final String body;

    Sending(String body) {
        this.body = body == null ? "" : body;
    }

    /** The body, which is not sent any more once it was given up. */
    BodyPublisher publisher() {
        if (body.isEmpty()) {
            return BodyPublishers.noBody();
        }
        var whole = BodyPublishers.ofString(body);
        return BodyPublishers.fromPublisher(subscriber -> {
            state.compareAndSet(State.NOT_YET, State.BEGUN);
            (state.get() == State.BEGUN ? whole : BodyPublishers.ofInputStream(() -> null)).subscribe(subscriber);
        }, whole.contentLength());
    }

    /** Gives the call up, so that it is not sent from now on; of one without a body nobody knows how far it got. */
    Got giveUp() {
        if (body.isEmpty()) {
            return Got.NOBODY_KNOWS;
        }
        return state.compareAndSet(State.NOT_YET, State.GIVEN_UP) ? Got.NOWHERE : Got.ON_ITS_WAY;
    }
}
