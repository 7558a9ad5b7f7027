package io.portolan.simulator.anchorage;

import io.portolan.simulator.ApiClient;
import io.portolan.simulator.BankBooks;
import java.util.Map;

/** Who has called the bank with a certificate: once for each organisation, whose id is its number and client id. */
final class AnchorageBooks extends BankBooks<ApiClient> {

    int firstCalls;

    @Override
    public Map<String, Integer> counts() {
        var counts = super.counts();
        counts.put("firstCalls", firstCalls);
        return counts;
    }
}
