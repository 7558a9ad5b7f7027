package io.portolan.registration;

import io.portolan.playbook.Service;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** How registrations are written about. */
final class RegistrationWords {

    private RegistrationWords() { }

    static Set<Service> both(Set<Service> one, Set<Service> other) {
        var both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }

    static String said(Set<Service> services) {
        return services.isEmpty() ? "No service" : services.stream().sorted().map(Enum::name).collect(Collectors.joining(" and "));
    }

    static String said(Opening opening) {
        return opening.tpp() + " at " + opening.bank() + (opening.branch() == null ? "" : "/" + opening.branch()) + ", "
                + opening.environment() + ", application " + opening.application() + (opening.madeFor() == null ? "" : ", made for " + opening.madeFor());
    }
}
