package io.portolan.bench;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what the measured side does by itself. */
final class Waiting {

    private Waiting() { }

    /** Looks again and again until this is so, and gives up after the longest time. */
    static void until(String what, Duration longest, Duration between, BooleanSupplier isSo) {
        var end = System.nanoTime() + longest.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("after " + longest.toSeconds() + " s it is still not so: " + what);
            }
            pause(between);
        }
    }

    /** Lets this much time pass. */
    static void pause(Duration time) {
        var end = System.nanoTime() + time.toNanos();
        for (var left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    static double secondsSince(long nanoTime) {
        return (System.nanoTime() - nanoTime) / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
