package io.portolan.simulator.anchorage;

import io.portolan.simulator.AccountsEndpoint;
import io.portolan.simulator.ClientCertificate;
import io.portolan.simulator.SimulatedBank;
import io.portolan.simulator.TokenEndpoint;
import io.portolan.simulator.Visit;
import io.portolan.simulator.World;
import java.util.Map;

/**
 * Anchorage Bank has neither portal nor form: whoever calls it for the first time with a qualified certificate is registered
 * by that call, which is answered 401 since no account holder stands behind it. The call may be made again.
 */
public final class AnchorageBank extends SimulatedBank<AnchorageBooks> {

    private final TokenEndpoint token;
    private final AccountsEndpoint accounts;

    /** The bank of this world. */
    public AnchorageBank(World world) {
        super("xx-anchorage", "Anchorage Bank", world, AnchorageBooks::new);
        token = new TokenEndpoint(id -> books.read(all -> all.client(id)), (client, organisation) -> { }, false, tokens, secrets);
        accounts = new AccountsEndpoint(id -> books.read(all -> all.client(id)), tokens, clock);
    }

    @Override
    protected void api(Visit visit, ClientCertificate certificate) {
        switch (visit.method() + " " + visit.path()) {
            case "POST /v1/consents" -> firstCall(visit, certificate);
            case "POST /token" -> token.answer(visit, certificate);
            case "GET /v1/accounts" -> accounts.answer(visit, certificate);
            default -> { }
        }
    }

    private void firstCall(Visit visit, ClientCertificate certificate) {
        if (certificate == null || !certificate.isForTls() || certificate.organisationId() == null) {
            AccountsEndpoint.refuse(visit, 401, "CERTIFICATE_MISSING", "The call came without a qualified certificate.");
            return;
        }
        books.note(all -> {
            all.firstCalls++;
            if (all.client(certificate.organisationId()).isEmpty()) {
                var client = new AnchorageBooks.Client();
                client.organisationId = certificate.organisationId();
                client.since = clock.instant();
                all.clients.add(client);
            }
        });
        AccountsEndpoint.refuse(visit, 401, "PSU_CREDENTIALS_INVALID", "The certificate is known. No account holder has logged in.");
    }

    @Override
    protected Map<String, Integer> counts() {
        return books.read(all -> Map.of("applications", all.clients.size(), "firstCalls", all.firstCalls));
    }
}
