package io.portolan.simulator.pier;

import io.portolan.simulator.ApiClient;
import io.portolan.simulator.BankBooks;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which organisations the bank has let in; it keeps nothing else of them. */
final class PierBooks extends BankBooks<ApiClient> {

    Set<String> letIn = new TreeSet<>();
    int refused;

    @Override
    public Map<String, Integer> counts() {
        var counts = super.counts();
        counts.put("applications", letIn.size());
        counts.put("refused", refused);
        return counts;
    }
}
