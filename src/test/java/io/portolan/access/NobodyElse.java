package io.portolan.access;

import java.util.Map;
import java.util.Optional;

/** A house in which no second person is ever asked. */
public final class NobodyElse implements SecondPerson {

    @Override
    public Optional<Asked> needed(Deed deed, String object, Map<String, String> with) {
        return Optional.empty();
    }

    @Override
    public void before(Deed deed, String object, Map<String, String> with, String reason, String actor) {
        // nobody is asked
    }

    @Override
    public Approval request(Deed deed, String object, Map<String, String> with, String reason, String actor) {
        throw new AssertionError("nobody is to be asked");
    }

    @Override
    public Optional<Approval> latest(Deed deed, String object, Map<String, String> with) {
        return Optional.empty();
    }
}
