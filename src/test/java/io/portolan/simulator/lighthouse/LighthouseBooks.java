package io.portolan.simulator.lighthouse;

import io.portolan.simulator.ApiClient;
import io.portolan.simulator.PortalBooks;
import io.portolan.simulator.Status;
import java.time.Instant;

/** Everything that the bank has written down. */
final class LighthouseBooks extends PortalBooks<LighthouseBooks.Account, LighthouseBooks.Application> {

    int lastNumber;

    /** An account, which belongs to the organisation of the certificate that opened the documents. */
    static final class Account extends io.portolan.simulator.Account {
        String organisationId;
        String seed;
        long lastCode;
        Instant secondFactor;
    }

    /** An application; its id and secret are there from its first moment. */
    static final class Application extends ApiClient {
        String branch;
        String redirectUri;
        boolean codeFlow;

        Application() {
            status = Status.CREATED;
        }
    }
}
