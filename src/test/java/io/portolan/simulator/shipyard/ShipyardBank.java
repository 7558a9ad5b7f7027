package io.portolan.simulator.shipyard;

import io.portolan.simulator.AccountsEndpoint;
import io.portolan.simulator.ClientCertificate;
import io.portolan.simulator.Passwords;
import io.portolan.simulator.Pending;
import io.portolan.simulator.SimulatedBank;
import io.portolan.simulator.TokenEndpoint;
import io.portolan.simulator.Visit;
import io.portolan.simulator.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The hub and its members: {@code PUT /hub/clients/<our reference>} registers once, {@code POST /<member>/activation} at each. */
public final class ShipyardBank extends SimulatedBank<ShipyardBooks> {

    /** The hub and its members. */
    private static final List<String> MEMBERS = List.of("keel", "mast", "sail");
    private static final String CLIENTS = "/hub/clients/";

    private final TokenEndpoint tokenEndpoint;
    private final AccountsEndpoint accounts;

    /** The hub in this world. */
    public ShipyardBank(World world) {
        super("xx-shipyard", "Shipyard Hub", world, ShipyardBooks::new);
        tokenEndpoint = new TokenEndpoint(id -> books.read(all -> all.client(id)), (client, organisation) -> { }, true, tokens, secrets);
        accounts = new AccountsEndpoint(id -> books.read(all -> all.client(id)), tokens, clock);
    }

    @Override
    protected List<String> playbookIds() {
        return List.of("xx-shipyard", "xx-shipyard-keel", "xx-shipyard-mast", "xx-shipyard-sail");
    }

    @Override
    protected void api(Visit visit, ClientCertificate certificate) {
        var path = visit.path();
        if (path.equals("/token")) {
            tokenEndpoint.answer(visit, certificate);
        } else if (certificate == null || !certificate.isForTls()) {
            AccountsEndpoint.refuse(visit, 401, "CERTIFICATE_MISSING", "The call came without a QWAC.");
        } else if (path.startsWith(CLIENTS)) {
            client(visit, certificate, path.substring(CLIENTS.length()));
        } else {
            var parts = path.substring(1).split("/", 2);
            if (parts.length == 2 && MEMBERS.contains(parts[0])) {
                member(visit, certificate, parts[0], parts[1]);
            } else if (path.equals("/hub/v1/members")) {
                accounts.answer(visit, certificate);
            }
        }
    }

    private void client(Visit visit, ClientCertificate certificate, String rest) {
        if (visit.method().equals("PUT")) {
            visit.json(200, shown(register(certificate.organisationId(), rest)));
            return;
        }
        var parts = rest.split("/", 2);
        books.read(all -> all.referred(certificate.organisationId(), parts[0])).ifPresent(client -> {
            if (parts.length == 1) {
                visit.json(200, shown(client));
            } else if (parts[1].equals("secret") && visit.isPost()) {
                secret(visit, client);
            }
        });
    }

    /** The same reference of the same organisation is the same client, however often it is put. */
    private ShipyardBooks.Client register(String organisation, String reference) {
        return books.change(all -> all.referred(organisation, reference).orElseGet(() -> {
            var client = new ShipyardBooks.Client();
            client.reference = reference;
            client.clientId = "SY-" + UUID.randomUUID();
            client.organisationId = organisation;
            client.since = clock.instant();
            all.clients.add(client);
            return client;
        }));
    }

    private static Map<String, Object> shown(ShipyardBooks.Client client) {
        return Map.of("clientId", client.clientId, "status", client.status.name(), "reason", client.reason == null ? "" : client.reason);
    }

    private void secret(Visit visit, ShipyardBooks.Client client) {
        if (!client.isActive()) {
            AccountsEndpoint.refuse(visit, 409, "CLIENT_PENDING", "The hub has not approved this client.");
            return;
        }
        var secret = Passwords.random(32);
        secrets.add("client-secret", secret);
        books.note(all -> {
            all.secretsGenerated++;
            client.secretHash = Passwords.digest(secret);
        });
        visit.json(200, Map.of("clientSecret", secret));
    }

    private void member(Visit visit, ClientCertificate certificate, String member, String rest) {
        if (rest.equals("activation") && visit.isPost()) {
            activate(visit, certificate, member);
        } else if (rest.equals("v1/accounts")) {
            var isActivated = books.read(all -> all.clients.stream().anyMatch(client -> client.organisationId.equals(certificate.organisationId())
                    && client.activatedAt.contains(member)));
            if (isActivated) {
                accounts.answer(visit, certificate);
            } else {
                AccountsEndpoint.refuse(visit, 403, "SERVICE_BLOCKED", "The client is not activated at this member.");
            }
        }
    }

    private void activate(Visit visit, ClientCertificate certificate, String member) {
        var client = books.read(all -> all.client(visit.field("client_id"))).filter(found -> found.isActive()
                && found.organisationId.equals(certificate.organisationId()) && found.secretHash != null
                && Passwords.same(Passwords.digest(visit.field("client_secret")), found.secretHash));
        if (client.isEmpty()) {
            AccountsEndpoint.refuse(visit, 403, "CLIENT_INVALID", "There is no such client of the hub.");
            return;
        }
        books.note(all -> client.get().activatedAt.add(member));
        visit.json(200, Map.of("member", member, "status", "ACTIVE"));
    }

    @Override
    protected Map<String, Integer> counts() {
        return books.read(all -> Map.of("applications", all.clients.size(), "secretsGenerated", all.secretsGenerated,
                "subscriptions", all.clients.stream().mapToInt(client -> client.activatedAt.size()).sum()));
    }

    @Override
    protected List<Map<String, Object>> applications() {
        return books.read(all -> all.clients.stream().map(client -> Map.<String, Object>of("number", client.clientId,
                "status", client.status.name(), "members", List.copyOf(client.activatedAt))).toList());
    }

    @Override
    protected List<? extends Pending> pending() {
        return books.read(all -> all.clients.stream().filter(client -> client.status == ShipyardBooks.Status.PENDING).map(Decision::new).toList());
    }

    /** A client that waits for the hub's decision. */
    private final class Decision implements Pending {

        private final ShipyardBooks.Client client;

        Decision(ShipyardBooks.Client client) {
            this.client = client;
        }

        @Override
        public String number() {
            return client.clientId;
        }

        @Override
        public Instant since() {
            return client.since;
        }

        @Override
        public boolean isHeld() {
            return client.held;
        }

        @Override
        public void hold(boolean held) {
            books.note(all -> client.held = held);
        }

        @Override
        public void approve() {
            books.note(all -> client.status = client.status == ShipyardBooks.Status.PENDING ? ShipyardBooks.Status.ACTIVE : client.status);
        }

        @Override
        public void reject(String reason) {
            books.note(all -> {
                if (client.status == ShipyardBooks.Status.PENDING) {
                    client.status = ShipyardBooks.Status.REJECTED;
                    client.reason = reason;
                }
            });
        }
    }
}
