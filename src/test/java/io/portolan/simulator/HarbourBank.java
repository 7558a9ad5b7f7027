package io.portolan.simulator;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/**
 * The whole bank: its portal, its API, its clerk and its mail, with everything it knows in one folder. It listens on this
 * machine only.
 */
final class HarbourBank implements AutoCloseable {

    static {
        // Without it each answer on a connection that is kept waits 40 ms for the client's acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final Mischief mischief = new Mischief();
    private final DemoAuthority authority;
    private final BooksFile books;
    private final HarbourMail mail;
    private final HttpServer portal;
    private final HttpsServer api;
    private final ExecutorService counters = Executors.newCachedThreadPool(daemon("harbour-counter"));
    private final ScheduledExecutorService routine = Executors.newSingleThreadScheduledExecutor(daemon("harbour-routine"));

    HarbourBank(Path folder, HarbourOptions options, Clock clock) {
        books = new BooksFile(folder.resolve("books.json"));
        authority = DemoAuthority.keptIn(folder.resolve("authority.p12"), clock);
        var secrets = new IssuedSecrets(folder.resolve("issued-secrets.json"));
        try {
            portal = HttpServer.create(port(options.portalPort(), books.read(all -> all.portalPort)), 0);
            api = HttpsServer.create(port(options.apiPort(), books.read(all -> all.apiPort)), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("A port of the bank is taken; does it run already?", e);
        }
        mail = new HarbourMail(options, orRemembered(options.smtpPort(), books.read(all -> all.smtpPort)),
                orRemembered(options.imapPort(), books.read(all -> all.imapPort)));
        mail.restore(books.read(all -> all.letters.stream().filter(letter -> letter.sent != null).toList()));
        books.note(all -> {
            all.portalPort = portal.getAddress().getPort();
            all.apiPort = api.getAddress().getPort();
            all.smtpPort = mail.smtpPort();
            all.imapPort = mail.imapPort();
        });
        open(options, secrets, clock);
    }

    private void open(HarbourOptions options, IssuedSecrets secrets, Clock clock) {
        var sessions = new Sessions(options.sessionTimeout(), clock);
        var postman = new Postman(books, mail, mischief, clock);
        var clerk = new Clerk(books, postman, secrets, clock, options.approveAfter());
        var tokens = new Tokens(clock);
        portal.createContext("/", new Portal(portalUrl(), books, sessions, mischief,
                new SignUpDesk(books, postman, secrets, sessions, clock), new ApplicationDesk(books, mischief, clock),
                new CredentialDesk(books, secrets, clock), clerk));
        portal.createContext("/control", new ControlEndpoint(books, secrets, clerk, sessions, mail, mischief));
        portal.setExecutor(counters);
        portal.start();
        api.setHttpsConfigurator(Api.tls(authority, authority.serverCertificate()));
        api.createContext("/", new Api(new TokenEndpoint(books, tokens, secrets), new AccountsEndpoint(books, tokens, clock), mischief));
        api.setExecutor(counters);
        api.start();
        routine.scheduleWithFixedDelay(() -> goThrough(clerk, postman), 0, 200, TimeUnit.MILLISECONDS);
    }

    private static void goThrough(Clerk clerk, Postman postman) {
        try {
            clerk.decide();
            postman.deliver();
        } catch (RuntimeException e) {
            // One round that fails must not end the routine: the next one tries again.
            LoggerFactory.getLogger(HarbourBank.class).warn("The bank's routine failed", e);
        }
    }

    String portalUrl() {
        return "http://localhost:" + portal.getAddress().getPort();
    }

    String apiUrl() {
        return "https://localhost:" + api.getAddress().getPort();
    }

    HarbourAddresses addresses(HarbourOptions options) {
        return new HarbourAddresses(portalUrl(), apiUrl(), portalUrl() + "/control", "127.0.0.1", mail.smtpPort(), mail.imapPort(),
                options.mailbox(), options.mailboxPassword());
    }

    DemoAuthority authority() {
        return authority;
    }

    @Override
    public void close() {
        routine.shutdownNow();
        portal.stop(0);
        api.stop(0);
        counters.shutdownNow();
        mail.close();
    }

    private static InetSocketAddress port(int wanted, int remembered) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), orRemembered(wanted, remembered));
    }

    private static int orRemembered(int wanted, int remembered) {
        return wanted != 0 ? wanted : remembered;
    }

    private static ThreadFactory daemon(String name) {
        return work -> {
            var thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
