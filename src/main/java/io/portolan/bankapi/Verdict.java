package io.portolan.bankapi;

import java.util.Locale;

/** Says, as well as can be seen, whether our certificate, our registration or the bank itself is why access does not work. */
final class Verdict {

    private Verdict() {
    }

    static String of(CallFailed failure) {
        return switch (failure.how()) {
            case CERTIFICATE_NOT_TAKEN -> "The bank does not take our certificate: " + failure.getMessage();
            case SERVER_NOT_TRUSTED -> failure.getMessage()
                    + " If it is the bank's, add its authority to portolan.bankapi.trust.";
            // with TLS 1.3 the rejection of a certificate may be lost with the connection
            case CUT_OFF -> "The bank hangs up without an answer, as a server may that does not take a certificate: "
                    + failure.getMessage();
            case NOT_REACHED, TIMED_OUT, TOO_LARGE -> "The bank's API does not work at present: " + failure.getMessage();
        };
    }

    static String of(Answer answer, String excerpt) {
        var body = answer.body().toLowerCase(Locale.ROOT);
        if (answer.isOutage()) {
            return "The bank's API does not work at present: " + excerpt;
        }
        if (body.contains("certificate_") || body.contains("certificate is")) {
            return "The bank objects to our certificate: " + excerpt;
        }
        if (answer.status() == 401 || body.contains("invalid_client") || body.contains("not registered")) {
            return "The bank does not know our registration: " + excerpt;
        }
        if (answer.status() == 403) {
            return "The bank knows us but does not let us in, perhaps because of roles or services: " + excerpt;
        }
        return "The bank answers otherwise than expected: " + excerpt;
    }
}
