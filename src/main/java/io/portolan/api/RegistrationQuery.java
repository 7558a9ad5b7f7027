package io.portolan.api;

import io.portolan.playbook.Environment;
import io.portolan.registration.HeldRegistrations;
import io.portolan.registration.Registration;
import io.portolan.registration.Registrations;

/** What to look for among registrations. */
record RegistrationQuery(String tpp, String bank, String standing, String health, String kind, String endsBefore) {

    Registrations.Filter filter(HeldRegistrations held) {
        var wanted = Words.read(Environment.Kind.class, "kind", kind);
        return new Registrations.Filter(tpp, bank, Words.read(Registration.Standing.class, "standing", standing), Words.read(Registration.Health.class, "health", health),
                wanted == null ? null : held.places(wanted), Moments.read("endsBefore", endsBefore));
    }
}
