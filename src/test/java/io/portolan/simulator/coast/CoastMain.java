package io.portolan.simulator.coast;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.portolan.simulator.WorldOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;

/**
 * Runs all banks and the mailbox in a JVM of their own, so that one can be killed without the other. Arguments: the folder,
 * then any of {@code --approve-after=<seconds or never>} and {@code --mischief=<seed>}. Says that it is ready when
 * its addresses are in the folder.
 */
public final class CoastMain {

    static final String READY = "The banks are open.";

    private CoastMain() { }

    /** Runs until it is told to end. */
    public static void main(String[] arguments) throws InterruptedException {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        var world = Coast.open(Path.of(arguments[0]), options(arguments));
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            world.close();
            ended.countDown();
        }, "coast-end"));
        System.out.println(READY);
        ended.await();
    }

    private static WorldOptions options(String[] arguments) {
        var options = WorldOptions.standard();
        var patience = value(arguments, "--approve-after", String.valueOf(options.approveAfter().toSeconds()));
        return options.misbehaving(Long.parseLong(value(arguments, "--mischief", "0")))
                .approvingAfter(patience.equals("never") ? null : Duration.ofMillis(Math.round(Double.parseDouble(patience) * 1000)));
    }

    private static String value(String[] arguments, String name, String otherwise) {
        for (var argument : arguments) {
            if (argument.startsWith(name + "=")) {
                return argument.substring(name.length() + 1);
            }
        }
        return otherwise;
    }
}
