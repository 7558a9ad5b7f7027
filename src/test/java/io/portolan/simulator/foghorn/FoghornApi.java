package io.portolan.simulator.foghorn;

import io.portolan.simulator.ClientCertificate;
import io.portolan.simulator.Desk;
import io.portolan.simulator.Product;
import io.portolan.simulator.Status;
import io.portolan.simulator.TokenEndpoint;
import io.portolan.simulator.Visit;
import io.portolan.simulator.foghorn.FoghornBooks.Application;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The enrolment of an application that the portal knows: handed in with a seal, looked at by a clerk. */
final class FoghornApi extends Desk<FoghornBooks> {

    private static final String ENROLMENTS = "/v1/enrolments";

    private final X509Certificate authority;

    FoghornApi(FoghornBank bank, X509Certificate authority) {
        super(bank);
        this.authority = authority;
    }

    void answer(Visit visit, ClientCertificate certificate) {
        if (certificate == null || !certificate.isForTls()) {
            TokenEndpoint.refuse(visit, 401, "certificate_missing", "The call came without a QWAC.");
        } else if (visit.isPost() && visit.path().equals(ENROLMENTS)) {
            enrol(visit, certificate);
        } else if (visit.method().equals("GET") && visit.path().startsWith(ENROLMENTS + "/")) {
            show(visit, certificate);
        }
    }

    private void enrol(Visit visit, ClientCertificate certificate) {
        SignedEnrolment enrolment;
        try {
            enrolment = SignedEnrolment.read(visit.text(), authority);
        } catch (IllegalArgumentException wrong) {
            TokenEndpoint.refuse(visit, 400, "invalid_enrolment", wrong.getMessage());
            return;
        }
        if (!certificate.organisationId().equals(enrolment.signer().organisationId())) {
            TokenEndpoint.refuse(visit, 403, "other_organisation", "The seal belongs to another organisation than the QWAC.");
            return;
        }
        var application = books.read(all -> all.numbered(enrolment.content().path("application").asText())).orElse(null);
        if (application == null || application.subscribed.isEmpty()) {
            TokenEndpoint.refuse(visit, 404, "application_unknown", "There is no such application with a subscription.");
        } else if (application.status == Status.PENDING || application.status == Status.ACTIVE) {
            TokenEndpoint.refuse(visit, 409, "enrolled_already", "This application is enrolled.");
        } else {
            take(visit, application, certificate.organisationId());
        }
    }

    /** What was amended keeps its client id and gets a new secret. */
    private void take(Visit visit, Application application, String organisationId) {
        var secret = books.change(all -> {
            application.enrolments++;
            application.handIn(clock.instant());
            application.organisationId = organisationId;
            application.clientId = "foghorn-" + application.number.toLowerCase(Locale.ROOT);
            return newSecret(all, application);
        });
        visit.json(201, Map.of("client_id", application.clientId, "client_secret", secret, "status", "IN_REVIEW"));
    }

    private void show(Visit visit, ClientCertificate certificate) {
        var application = books.read(all -> all.numbered(visit.path().substring(ENROLMENTS.length() + 1)))
                .filter(found -> certificate.organisationId().equals(found.organisationId)).orElse(null);
        if (application == null) {
            TokenEndpoint.refuse(visit, 404, "enrolment_unknown", "There is no such enrolment of yours.");
            return;
        }
        var answer = new LinkedHashMap<String, Object>();
        answer.put("status", word(application.status));
        if (application.reason != null) {
            answer.put("reason", application.reason);
        }
        if (application.status == Status.ACTIVE) {
            answer.put("granted", application.products.stream().map(Product::name).collect(Collectors.joining(" ")));
            answer.put("effective_from", application.effectiveFrom.toString());
        }
        visit.json(200, answer);
    }

    private static String word(Status status) {
        return switch (status) {
            case PENDING -> "IN_REVIEW";
            case ACTIVE -> "APPROVED";
            default -> status.name();
        };
    }
}
