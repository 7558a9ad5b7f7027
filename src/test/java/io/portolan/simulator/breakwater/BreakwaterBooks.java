package io.portolan.simulator.breakwater;

import io.portolan.simulator.ApiClient;
import io.portolan.simulator.BankBooks;
import java.util.Map;
import java.util.Optional;

/** What the bank knows of those who want in. */
final class BreakwaterBooks extends BankBooks<BreakwaterBooks.Enrolment> {

    int lastNumber;

    /** A company that wants in, with the one account of its people, whose address is its owner. */
    static final class Enrolment extends ApiClient {
        String company;
        String licenceNumber;
        String licenceHash;
        String passwordHash;
        String question;
        String answer;
    }

    /** The newest of this address: whoever was rejected may come again. */
    Optional<Enrolment> newestOf(String eMail) {
        return clients.stream().filter(enrolment -> enrolment.owner.equalsIgnoreCase(eMail)).reduce((former, later) -> later);
    }

    @Override
    public Map<String, Integer> counts() {
        var counts = super.counts();
        counts.put("accounts", clients.size());
        return counts;
    }
}
