package io.portolan.simulator.tideway;

import io.portolan.simulator.ApiClient;
import io.portolan.simulator.BankBooks;
import java.util.Map;

/** What Tideway Bank has on paper: the requests that came by mail. */
final class TidewayBooks extends BankBooks<TidewayBooks.Request> {

    /** Whether the clerk asks a question of every new TPP. */
    boolean asks = true;

    /** A request for registration; its owner is who wrote it. */
    static final class Request extends ApiClient {
        String messageId;
        String subject;
        boolean answered;
        int reminders;
    }

    @Override
    public Map<String, Integer> counts() {
        var counts = super.counts();
        counts.put("reminders", clients.stream().mapToInt(request -> request.reminders).sum());
        return counts;
    }
}
