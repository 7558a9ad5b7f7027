package io.portolan.playbook;

import java.util.LinkedHashMap;
import java.util.Map;

/** Work that another onboarding does: at a hub, a group or a directory, or in another environment of the same bank. */
@Doc(value = "A registration elsewhere is waited for, and what is needed of it is taken.", example = "by: registration")
public record RegistrationWork(
        @Doc(value = "The id of the playbook that registers there.", example = "unit: es-redsys", required = true) String unit,
        @Doc(value = "Its environment.", example = "environment: production", required = true) String environment,
        @Doc(value = "What is taken over, by the name it has here; then by the name it has there.",
                example = "take: {client-id: client-id}") Map<String, String> take)
        implements Work {

    @Override
    public MeansName means() {
        return MeansName.REGISTRATION;
    }

    /** What is taken over, as captures of the leg; which of it is secret is told by its name there. */
    Map<String, Capture> captures() {
        var captures = new LinkedHashMap<String, Capture>();
        take.forEach((here, there) -> captures.put(here, capture(CredentialKind.named(there), here)));
        return captures;
    }

    /** It is the same kind of credential here as there, whatever it is called here. */
    private static Capture capture(CredentialKind kind, String here) {
        var isKnown = kind != CredentialKind.NONE && CredentialKind.named(here) == CredentialKind.NONE;
        return Records.of(Capture.class, isKnown ? Map.of("secret", kind.isUsuallySecret(), "credential", kind) : Map.of("secret", kind.isUsuallySecret()));
    }
}
