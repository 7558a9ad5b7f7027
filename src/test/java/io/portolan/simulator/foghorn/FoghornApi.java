package io.portolan.simulator.foghorn;

import io.portolan.simulator.BooksFile;
import io.portolan.simulator.ClientCertificate;
import io.portolan.simulator.IssuedSecrets;
import io.portolan.simulator.Passwords;
import io.portolan.simulator.Product;
import io.portolan.simulator.Visit;
import io.portolan.simulator.foghorn.FoghornBooks.Application;
import io.portolan.simulator.foghorn.FoghornBooks.Status;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The enrolment of an application that the portal knows: handed in with a seal, looked at by a clerk. */
final class FoghornApi {

    private static final String ENROLMENTS = "/v1/enrolments";

    private final BooksFile<FoghornBooks> books;
    private final IssuedSecrets secrets;
    private final X509Certificate authority;
    private final Clock clock;

    FoghornApi(BooksFile<FoghornBooks> books, IssuedSecrets secrets, X509Certificate authority, Clock clock) {
        this.books = books;
        this.secrets = secrets;
        this.authority = authority;
        this.clock = clock;
    }

    void answer(Visit visit, ClientCertificate certificate) {
        if (certificate == null || !certificate.isForTls()) {
            refuse(visit, 401, "certificate_missing", "The call came without a QWAC.");
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
            refuse(visit, 400, "invalid_enrolment", wrong.getMessage());
            return;
        }
        if (!certificate.organisationId().equals(enrolment.signer().organisationId())) {
            refuse(visit, 403, "other_organisation", "The seal belongs to another organisation than the QWAC.");
            return;
        }
        var application = books.read(all -> all.application(enrolment.content().path("application").asText())).orElse(null);
        if (application == null || application.subscribed.isEmpty()) {
            refuse(visit, 404, "application_unknown", "There is no such application with a subscription.");
        } else if (application.status == Status.PENDING || application.status == Status.APPROVED) {
            refuse(visit, 409, "enrolled_already", "This application is enrolled.");
        } else {
            take(visit, application, certificate.organisationId());
        }
    }

    /** What was amended keeps its client id and gets a new secret. */
    private void take(Visit visit, Application application, String organisationId) {
        var secret = Passwords.random(32);
        secrets.add("client-secret", secret);
        books.note(all -> {
            application.enrolments++;
            application.status = Status.PENDING;
            application.since = clock.instant();
            application.reason = null;
            application.organisationId = organisationId;
            application.clientId = "foghorn-" + application.number.toLowerCase(java.util.Locale.ROOT);
            application.secretHash = Passwords.digest(secret);
        });
        visit.json(201, Map.of("client_id", application.clientId, "client_secret", secret, "status", "IN_REVIEW"));
    }

    private void show(Visit visit, ClientCertificate certificate) {
        var application = books.read(all -> all.application(visit.path().substring(ENROLMENTS.length() + 1)))
                .filter(found -> certificate.organisationId().equals(found.organisationId)).orElse(null);
        if (application == null) {
            refuse(visit, 404, "enrolment_unknown", "There is no such enrolment of yours.");
            return;
        }
        var answer = new LinkedHashMap<String, Object>();
        answer.put("status", application.status == Status.PENDING ? "IN_REVIEW" : application.status.name());
        if (application.reason != null) {
            answer.put("reason", application.reason);
        }
        if (application.status == Status.APPROVED) {
            answer.put("granted", application.granted.stream().map(Product::name).collect(Collectors.joining(" ")));
            answer.put("effective_from", application.effectiveFrom.toString());
        }
        visit.json(200, answer);
    }

    private static void refuse(Visit visit, int status, String error, String description) {
        visit.json(status, Map.of("error", error, "error_description", description));
    }
}
