package io.portolan.bench;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Does the same with each of many things, in two threads, as two clients would. */
final class InTwo {

    private InTwo() { }

    static <T> void threads(List<T> things, Consumer<T> work) {
        var threads = IntStream.range(0, 2).mapToObj(part -> new Thread(() -> {
            for (int i = part; i < things.size(); i += 2) {
                work.accept(things.get(i));
            }
        }, "starter-" + part)).toList();
        threads.forEach(Thread::start);
        for (var thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
