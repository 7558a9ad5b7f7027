package io.portolan.simulator.pier;

import io.portolan.simulator.AccountsEndpoint;
import io.portolan.simulator.ClientCertificate;
import io.portolan.simulator.SimulatedBank;
import io.portolan.simulator.Visit;
import io.portolan.simulator.World;
import java.util.Map;

/**
 * Pier Bank knows a TPP by its qualified certificate alone: there is nothing to register, and nothing is given but what an
 * account holder consents to. Whoever shows no certificate, or names another than its holder, is refused.
 */
public final class PierBank extends SimulatedBank<PierBooks> {

    /** The bank of this world. */
    public PierBank(World world) {
        super("xx-pier", "Pier Bank", world, PierBooks::new);
    }

    @Override
    protected void api(Visit visit, ClientCertificate certificate) {
        if ((visit.method() + " " + visit.path()).equals("GET /v1/status")) {
            status(visit, certificate);
        }
    }

    private void status(Visit visit, ClientCertificate certificate) {
        if (!ClientCertificate.isQwac(certificate)) {
            refuse(visit, 401, "CERTIFICATE_MISSING", "The call came without a qualified certificate.");
        } else if (!certificate.organisationId().equals(visit.header("TPP-Client-Id").orElse(""))) {
            refuse(visit, 401, "CERTIFICATE_INVALID", "The certificate is not that of the client in TPP-Client-Id.");
        } else if (!certificate.organisationId().replace("-", "").equals(visit.header("TPP-Reference").orElse(""))) {
            refuse(visit, 400, "FORMAT_ERROR", "TPP-Reference is the organisation's id without hyphens.");
        } else if (certificate.roles().isEmpty()) {
            refuse(visit, 403, "ROLE_INVALID", "The certificate names no PSD2 role.");
        } else {
            books.note(all -> all.letIn.add(certificate.organisationId()));
            visit.json(200, Map.of("client", certificate.organisationId(), "roles", certificate.roles(), "state", "KNOWN"));
        }
    }

    private void refuse(Visit visit, int status, String code, String text) {
        books.note(all -> all.refused++);
        AccountsEndpoint.refuse(visit, status, code, text);
    }
}
