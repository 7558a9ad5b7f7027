package io.portolan.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsServer;
import io.portolan.simulator.BankBooks.Letter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A simulated bank: a portal, an API, a clerk, mail, and books that are whole after every change. A bank of its own says
 * what its pages and calls answer; errors, sessions, forms and the control address are seen to here.
 *
 * @param <T> what it keeps in its books
 */
public abstract class SimulatedBank<T extends BankBooks<?>> implements AutoCloseable {

    /** All that it knows. */
    protected final BooksFile<T> books;
    /** Every secret that was typed or handed out. */
    protected final IssuedSecrets secrets;
    /** What it does wrong. */
    protected final Mischief mischief;
    /** Who is signed in. */
    protected final Sessions sessions;
    /** Its mail. */
    protected final Postman postman;
    /** Who decides. */
    protected final Clerk clerk;
    /** Its pages. */
    protected final Pages pages;
    /** The access tokens that are out. */
    protected final Tokens tokens;
    /** What it tells the time by. */
    protected final Clock clock;
    /** Where it stands. */
    protected final World world;

    /** The time that its pages and calls have taken it, in nanoseconds. */
    final LongAdder worked = new LongAdder();

    private final String id;
    private final TokenEndpoint token;
    private final AccountsEndpoint accounts;
    private final HttpServer portal;
    private final HttpsServer api;

    /** A bank of this id, such as {@code xx-harbour}, and of this name, with these books where it is new. */
    protected SimulatedBank(String id, String name, World world, Supplier<T> empty) {
        this.id = id;
        this.world = world;
        clock = world.clock();
        var place = id.substring(id.indexOf('-') + 1);
        books = new BooksFile<>(world.folder(id).resolve("books.json"), empty);
        secrets = new IssuedSecrets(world.folder(id).resolve("issued-secrets.json"));
        mischief = world.options().mischiefSeed() == 0 ? new Mischief() : Mischief.low(world.options().mischiefSeed() + id.hashCode());
        sessions = new Sessions(place + "-session", world.options().sessionTimeout(), clock);
        postman = new Postman("no-reply@" + place + ".example", name + ", Developer Relations", books, world.mail(), mischief, clock);
        clerk = new Clerk(this::pending, clock, world.options().approveAfter());
        pages = new Pages(place, name);
        tokens = new Tokens(clock);
        token = new TokenEndpoint(this);
        accounts = new AccountsEndpoint(this);
        try {
            portal = HttpServer.create(port(books.read(all -> all.portalPort)), 0);
            api = HttpsServer.create(port(books.read(all -> all.apiPort)), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("A port of " + id + " is taken; does it run already?", e);
        }
        books.note(all -> {
            all.portalPort = portal.getAddress().getPort();
            all.apiPort = api.getAddress().getPort();
        });
    }

    final void open(ExecutorService counters) {
        portal.createContext("/", timed(new PortalDoor(this)));
        portal.createContext("/control", new ControlAddress(this));
        portal.setExecutor(counters);
        portal.start();
        api.setHttpsConfigurator(MutualTls.configuration(world.authority(), world.serverCertificate()));
        api.createContext("/", timed(new ApiDoor(this)));
        api.setExecutor(counters);
        api.start();
    }

    /**
     * Answers a page of the portal; the form token of what is handed in is right. Without an answer the page is not found. What
     * most portals have is answered here: home, terms, and the way out.
     */
    protected void portal(Visit visit, Sessions.Session session) {
        switch (visit.method() + " " + visit.path()) {
            case "GET /" -> show(visit, session, "Developer portal", "home.html");
            case "GET /terms" -> show(visit, session, "Terms of use", "terms.html");
            case "POST /log-out" -> {
                sessions.begin(visit, null);
                visit.redirect("/");
            }
            default -> { }
        }
    }

    private void show(Visit visit, Sessions.Session session, String title, String file) {
        if (pages.has(file)) {
            visit.html(200, pages.page(title, session, pages.file(file)));
        }
    }

    /** Whether a page of the portal is only for those who are signed in; anybody else is sent to {@code /log-in}. */
    protected boolean isInside(String path) {
        return path.startsWith("/applications");
    }

    /** Answers a call of the API; the certificate is null where the client has shown none. Tokens and accounts are answered here. */
    protected void api(Visit visit, ClientCertificate certificate) {
        switch (visit.method() + " " + visit.path()) {
            case "POST /token" -> token.answer(visit, certificate);
            case "GET /v1/accounts" -> accounts(visit, certificate);
            default -> { }
        }
    }

    /** Answers with the accounts that a client may see. */
    protected final void accounts(Visit visit, ClientCertificate certificate) {
        accounts.answer(visit, certificate);
    }

    /** Whether a client gets tokens only with its secret, and not for its certificate alone. */
    protected boolean needsSecret() {
        return true;
    }

    /** Answers a control of its own, such as {@code POST /question}. */
    protected void control(String control, JsonNode asked, Visit visit) { }

    /** What waits for the clerk. */
    protected List<? extends Pending> pending() {
        return pending(all -> all.clients, (all, client) -> { }, (all, client) -> { });
    }

    /** Those of these that wait for the clerk, and what the bank notes besides when one is approved or rejected. */
    protected final <S extends Submission> List<Pending> pending(Function<T, List<? extends S>> kept, BiConsumer<T, S> approved, BiConsumer<T, S> rejected) {
        return books.read(all -> kept.apply(all).stream().filter(each -> each.status == Status.PENDING)
                .<Pending>map(each -> new Decision<T, S>(books, each, approved, rejected)).toList());
    }

    /** What it does several times each second beside deciding and sending. */
    protected void routine() { }

    /** The playbooks that lead to it. */
    protected List<String> playbookIds() {
        return List.of(id);
    }

    /** Its id. */
    public final String id() {
        return id;
    }

    /** Where its portal begins, without a slash at the end. */
    public final String portalUrl() {
        return "http://localhost:" + portal.getAddress().getPort();
    }

    /** Where its API begins, without a slash at the end. */
    public final String apiUrl() {
        return "https://localhost:" + api.getAddress().getPort();
    }

    /** Where it is found. */
    public final BankAddresses addresses() {
        return new BankAddresses(id, portalUrl(), apiUrl(), portalUrl() + "/control", playbookIds());
    }

    /** What steers it. */
    public final BankControl control() {
        return addresses().control();
    }

    final void goThrough() {
        clerk.decide();
        routine();
        postman.deliver();
    }

    final Stream<Letter> sentLetters() {
        return books.read(all -> List.copyOf(all.letters)).stream().filter(letter -> letter.sent != null);
    }

    /** Forgets everything but its ports. */
    protected void reset() {
        books.reset();
        secrets.reset();
        sessions.endAll();
    }

    @Override
    public final void close() {
        portal.stop(0);
        api.stop(0);
    }

    private HttpHandler timed(HttpHandler door) {
        return exchange -> {
            var begun = System.nanoTime();
            try {
                door.handle(exchange);
            } finally {
                worked.add(System.nanoTime() - begun);
            }
        };
    }

    private static InetSocketAddress port(int remembered) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), remembered);
    }
}
