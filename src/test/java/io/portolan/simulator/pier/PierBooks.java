package io.portolan.simulator.pier;

import io.portolan.simulator.BankBooks;
import java.util.Set;
import java.util.TreeSet;

/** Which organisations the bank has let in; it keeps nothing else of them. */
final class PierBooks extends BankBooks {

    Set<String> letIn = new TreeSet<>();
    int refused;
}
