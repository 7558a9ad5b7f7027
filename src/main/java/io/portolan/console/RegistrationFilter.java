package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.playbook.Environment;
import io.portolan.registration.HeldRegistrations;
import io.portolan.registration.Registration;
import io.portolan.registration.Registrations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the list of registrations is filtered by, as its address has it; a word that is none counts as nothing.
 *
 * @param ends by how many days from now something has ended by which the bank lets us in
 */
record RegistrationFilter(String tpp, String bank, String standing, String health, String kind, Integer ends) {

    Registrations.Filter asked(HeldRegistrations held, Instant now) {
        var wanted = Given.word(Environment.Kind.class, kind);
        return new Registrations.Filter(Given.text(tpp), Given.text(bank), Given.word(Registration.Standing.class, standing), Given.word(Registration.Health.class, health),
                wanted == null ? null : held.places(wanted), ends == null ? null : now.plus(Given.days(ends)));
    }

    public boolean isSet() {
        return Stream.of(tpp, bank, kind).anyMatch(one -> Given.text(one) != null) || !said().isEmpty();
    }

    /** What of it has no field of its own, in words. */
    public List<String> said() {
        var said = new ArrayList<String>();
        if (Given.word(Registration.Standing.class, standing) != null) {
            said.add(say("registration.that-are", standing.replace('-', ' ')));
        }
        if (Given.word(Registration.Health.class, health) != null) {
            said.add(say("registration.whose-health-is", health));
        }
        if (ends != null) {
            said.add(say("registration.with-something-that-ends-within", ends));
        }
        return said;
    }

    /** The page that follows. */
    public String next(String cursor) {
        return Address.of("/registrations").with("tpp", tpp).with("bank", bank).with("standing", standing).with("health", health).with("kind", kind)
                .with("ends", ends).with("cursor", cursor).written();
    }
}
