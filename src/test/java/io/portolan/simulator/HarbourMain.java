package io.portolan.simulator;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;

/**
 * Runs the bank and its mailbox in a JVM of their own, so that one can be killed without the other. Arguments: the folder,
 * then any of {@code --approve-after=<seconds or never>}, {@code --portal-port=}, {@code --api-port=}, {@code --smtp-port=},
 * {@code --imap-port=}. Prints its addresses as one line of JSON when it is ready.
 */
public final class HarbourMain {

    private HarbourMain() { }

    /** Runs until it is told to end. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        var bank = Harbour.start(Path.of(arguments[0]), options(arguments));
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            bank.close();
            ended.countDown();
        }, "harbour-end"));
        System.out.println(BooksFile.JSON.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsString(bank.addresses()));
        ended.await();
    }

    private static HarbourOptions options(String[] arguments) {
        var options = HarbourOptions.standard();
        var patience = value(arguments, "--approve-after", String.valueOf(options.approveAfter().toSeconds()));
        return options
                .approvingAfter(patience.equals("never") ? null : Duration.ofMillis(Math.round(Double.parseDouble(patience) * 1000)))
                .onPorts(port(arguments, "--portal-port"), port(arguments, "--api-port"), port(arguments, "--smtp-port"),
                        port(arguments, "--imap-port"));
    }

    private static int port(String[] arguments, String name) {
        return Integer.parseInt(value(arguments, name, "0"));
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
