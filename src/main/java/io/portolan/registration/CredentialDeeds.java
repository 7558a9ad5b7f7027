package io.portolan.registration;

import io.portolan.access.Asked;
import io.portolan.access.Asked.Fact;
import io.portolan.playbook.LiveEnvironments;
import io.portolan.refusal.Refused;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a second person is told of a credential of a live registration. */
@Component
class CredentialDeeds {

    private final Registrations registrations;
    private final Credentials credentials;
    private final LiveEnvironments environments;

    CredentialDeeds(Registrations registrations, Credentials credentials, LiveEnvironments environments) {
        this.registrations = registrations;
        this.credentials = credentials;
        this.environments = environments;
    }

    /** A credential, as the object of a deed. */
    record Named(String registration, String name) {

        String object() {
            return registration + "/" + name;
        }

        static Named of(String object) {
            var parts = object.split("/", 2);
            return new Named(parts[0], parts[1]);
        }
    }

    /** What is asked of a credential that these are true of; empty where there is none, or nothing live. */
    Optional<Asked> asked(String object, String title, String consequence, Predicate<Credential> which, Fact... more) {
        var named = Named.of(object);
        var registration = registrations.find(named.registration()).orElseThrow(() -> Refused.notFound("unknown-registration",
                "There is no registration " + named.registration() + "."));
        return environments.isLive(registration.bank(), registration.environment()) ? credentials.find(named.registration(), named.name())
                .filter(which).map(credential -> asked(registration, credential, title, consequence, more))
                : Optional.empty();
    }

    /** Whether it may be used, so that there is something to end. */
    static boolean isCurrent(Credential credential) {
        return credential.state().isCurrent();
    }

    private static Asked asked(Registration registration, Credential credential, String title, String consequence, Fact... more) {
        var facts = Stream.concat(facts(registration, credential), Stream.of(more)).toList();
        return new Asked(registration.tpp(), registration.id(), "%s %s of %s at %s".formatted(title, credential.name(), registration.tpp(), registration.bank()), consequence,
                "/registrations/" + registration.id(), facts, credential.issuedAt().toString(), List.of());
    }

    private static Stream<Fact> facts(Registration registration, Credential credential) {
        return Stream.of(new Fact("TPP", registration.tpp()), new Fact("Bank", registration.bank()),
                new Fact("Environment", registration.environment()), new Fact("Application", registration.application()),
                new Fact("Credential", credential.name() + ", " + credential.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ')),
                new Fact("Issued", credential.issuedAt().toString()),
                new Fact("Registration", registration.standing().name().toLowerCase(Locale.ROOT).replace('_', ' ')));
    }
}
