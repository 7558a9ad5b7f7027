package io.portolan.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * One folder with simulated banks, the authority that all of them trust, and the mail between them and the TPP. Banks
 * listen on this machine only; opened again after whatever end, they go on with the same addresses and all they knew.
 */
public final class World implements AutoCloseable {

    static {
        // Without it each answer on a connection that is kept waits 40 ms for the client's acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** Makes a bank of the world that it is given; usually the bank's constructor. */
    @FunctionalInterface
    public interface BankMaker {
        /** Makes it, without opening it. */
        SimulatedBank<?> make(World world);
    }

    private static final String ADDRESSES = "addresses.json";

    private final Path folder;
    private final WorldOptions options;
    private final Clock clock;
    private final DemoAuthority authority;
    private final IssuedCertificate serverCertificate;
    private final WorldMail mail;
    private final List<SimulatedBank<?>> banks = new ArrayList<>();
    private final ExecutorService counters = Executors.newCachedThreadPool(daemon("bank-counter"));
    private final ScheduledExecutorService routine = Executors.newScheduledThreadPool(2, daemon("bank-routine"));

    private World(Path folder, WorldOptions options, Clock clock) {
        this.folder = folder;
        this.options = options;
        this.clock = clock;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var before = WorldAddresses.kept(folder.resolve(ADDRESSES));
        authority = DemoAuthority.keptIn(folder.resolve("authority.p12"), clock);
        serverCertificate = authority.serverCertificate();
        mail = new WorldMail(options, before.map(WorldAddresses::smtpPort).orElse(0), before.map(WorldAddresses::imapPort).orElse(0));
    }

    /** Opens the banks of this folder. */
    public static World open(Path folder, WorldOptions options, List<BankMaker> banks) {
        return open(folder, options, Clock.systemUTC(), banks);
    }

    /** The same with a clock that may be set. */
    public static World open(Path folder, WorldOptions options, Clock clock, List<BankMaker> banks) {
        var world = new World(folder, options, clock);
        banks.forEach(maker -> world.banks.add(maker.make(world)));
        world.mail.restore(world.banks.stream().flatMap(SimulatedBank::sentLetters)
                .sorted(Comparator.comparing(letter -> letter.sent)).toList());
        for (var bank : world.banks) {
            bank.open(world.counters);
            world.routine.scheduleWithFixedDelay(() -> goThrough(bank), 0, 200, TimeUnit.MILLISECONDS);
        }
        BooksFile.write(folder.resolve(ADDRESSES), world.addresses());
        return world;
    }

    private static void goThrough(SimulatedBank<?> bank) {
        try {
            bank.goThrough();
        } catch (RuntimeException e) {
            // One round that fails must not end the routine: the next one tries again.
            LoggerFactory.getLogger(World.class).warn("The routine of {} failed", bank.id(), e);
        }
    }

    /** The file in which a world of this folder says where it is found. */
    public static Path addresses(Path folder) {
        return folder.resolve(ADDRESSES);
    }

    /** Where everything is found. */
    public WorldAddresses addresses() {
        return new WorldAddresses("127.0.0.1", mail.smtpPort(), mail.imapPort(), options.mailbox(), options.mailboxPassword(), options.mischiefSeed(),
                banks.stream().map(SimulatedBank::addresses).toList());
    }

    /** The bank of this id. */
    public SimulatedBank<?> bank(String id) {
        return banks.stream().filter(bank -> bank.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no bank " + id));
    }

    /** All banks. */
    public Stream<SimulatedBank<?>> banks() {
        return banks.stream();
    }

    /** The authority that all banks trust. */
    public DemoAuthority authority() {
        return authority;
    }

    /** The mail between the banks and the TPP. */
    public WorldMail mail() {
        return mail;
    }

    /** How the banks are to run. */
    public WorldOptions options() {
        return options;
    }

    /** What all banks tell the time by. */
    public Clock clock() {
        return clock;
    }

    Path folder(String bank) {
        return folder.resolve(bank);
    }

    IssuedCertificate serverCertificate() {
        return serverCertificate;
    }

    /** Forgets everything at every bank, mails too; only ports and the authority stay. */
    public void reset() {
        banks.forEach(SimulatedBank::reset);
        mail.forgetAll();
    }

    @Override
    public void close() {
        routine.shutdownNow();
        banks.forEach(SimulatedBank::close);
        counters.shutdownNow();
        mail.close();
    }

    private static ThreadFactory daemon(String name) {
        return work -> {
            var thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
