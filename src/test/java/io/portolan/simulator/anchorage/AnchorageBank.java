package io.portolan.simulator.anchorage;

import io.portolan.simulator.AccountsEndpoint;
import io.portolan.simulator.ApiClient;
import io.portolan.simulator.ClientCertificate;
import io.portolan.simulator.SimulatedBank;
import io.portolan.simulator.Status;
import io.portolan.simulator.Visit;
import io.portolan.simulator.World;

/**
 * Anchorage Bank has neither portal nor form: whoever calls it for the first time with a qualified certificate is registered
 * by that call, which is answered 401 since no account holder stands behind it. The call may be made again.
 */
public final class AnchorageBank extends SimulatedBank<AnchorageBooks> {

    /** The bank of this world. */
    public AnchorageBank(World world) {
        super("xx-anchorage", "Anchorage Bank", world, AnchorageBooks::new);
    }

    @Override
    protected void api(Visit visit, ClientCertificate certificate) {
        if ((visit.method() + " " + visit.path()).equals("POST /v1/consents")) {
            firstCall(visit, certificate);
        } else {
            super.api(visit, certificate);
        }
    }

    private void firstCall(Visit visit, ClientCertificate certificate) {
        if (!ClientCertificate.isQwac(certificate)) {
            AccountsEndpoint.refuse(visit, 401, "CERTIFICATE_MISSING", "The call came without a qualified certificate.");
            return;
        }
        books.note(all -> {
            all.firstCalls++;
            if (all.client(certificate.organisationId()).isEmpty()) {
                all.clients.add(client(certificate.organisationId()));
            }
        });
        AccountsEndpoint.refuse(visit, 401, "PSU_CREDENTIALS_INVALID", "The certificate is known. No account holder has logged in.");
    }

    private ApiClient client(String organisationId) {
        var client = new ApiClient();
        client.number = organisationId;
        client.clientId = organisationId;
        client.organisationId = organisationId;
        client.since = clock.instant();
        client.status = Status.ACTIVE;
        client.grantAll();
        return client;
    }

    @Override
    protected boolean needsSecret() {
        return false;
    }
}
