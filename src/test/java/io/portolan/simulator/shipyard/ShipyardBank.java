package io.portolan.simulator.shipyard;

import io.portolan.simulator.AccountsEndpoint;
import io.portolan.simulator.ClientCertificate;
import io.portolan.simulator.Passwords;
import io.portolan.simulator.SimulatedBank;
import io.portolan.simulator.Visit;
import io.portolan.simulator.World;
import io.portolan.simulator.shipyard.ShipyardBooks.Client;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The hub and its members: {@code PUT /hub/clients/<our reference>} registers once, {@code POST /<member>/activation} at each. */
public final class ShipyardBank extends SimulatedBank<ShipyardBooks> {

    /** The hub and its members. */
    private static final List<String> MEMBERS = List.of("keel", "mast", "sail");
    private static final String CLIENTS = "/hub/clients/";

    /** The hub in this world. */
    public ShipyardBank(World world) {
        super("xx-shipyard", "Shipyard Hub", world, ShipyardBooks::new);
    }

    @Override
    protected List<String> playbookIds() {
        return List.of("xx-shipyard", "xx-shipyard-keel", "xx-shipyard-mast", "xx-shipyard-sail");
    }

    @Override
    protected void api(Visit visit, ClientCertificate certificate) {
        var path = visit.path();
        if (path.equals("/token")) {
            super.api(visit, certificate);
        } else if (certificate == null || !certificate.isForTls()) {
            AccountsEndpoint.refuse(visit, 401, "CERTIFICATE_MISSING", "The call came without a QWAC.");
        } else if (path.startsWith(CLIENTS)) {
            client(visit, certificate, path.substring(CLIENTS.length()));
        } else {
            var parts = path.substring(1).split("/", 2);
            if (parts.length == 2 && MEMBERS.contains(parts[0])) {
                member(visit, certificate, parts[0], parts[1]);
            } else if (path.equals("/hub/v1/members")) {
                accounts(visit, certificate);
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
    private Client register(String organisation, String reference) {
        return books.change(all -> all.referred(organisation, reference).orElseGet(() -> {
            var client = new Client();
            client.reference = reference;
            client.clientId = "SY-" + UUID.randomUUID();
            client.organisationId = organisation;
            client.number = client.clientId;
            client.handIn(clock.instant());
            client.grantAll();
            all.clients.add(client);
            return client;
        }));
    }

    private static Map<String, Object> shown(Client client) {
        return Map.of("clientId", client.clientId, "status", client.status.name(), "reason", client.reason == null ? "" : client.reason);
    }

    private void secret(Visit visit, Client client) {
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
                accounts(visit, certificate);
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
}
