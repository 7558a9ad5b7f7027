package io.portolan.bankapi;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Reads the body of an answer up to a limit and breaks off beyond it. */
final class LimitedBody implements BodySubscriber<byte[]> {

    private final BodySubscriber<byte[]> body = BodySubscribers.ofByteArray();
    private final long limit;
    private Flow.Subscription subscription;
    private long read;

    LimitedBody(long limit) {
        this.limit = limit;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        body.onSubscribe(given);
    }

    @Override
    public void onNext(List<ByteBuffer> part) {
        if (read > limit) {
            return;
        }
        read += part.stream().mapToLong(ByteBuffer::remaining).sum();
        if (read > limit) {
            subscription.cancel();
            body.onError(new TooLarge());
        } else {
            body.onNext(part);
        }
    }

    @Override
    public void onError(Throwable failure) {
        body.onError(failure);
    }

    @Override
    public void onComplete() {
        if (read <= limit) {
            body.onComplete();
        }
    }

    /** The body was longer than the limit. */
    static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1L;
    }
}
