package io.portolan.playbook;

import java.util.Set;

/** What the keys that hold templates are: addresses, and where a secret may stand. */
final class Spot {

    private static final Set<String> CARRIERS = Set.of("with", "code", "headers", "form", "body", "client-secret", "sent-back", "client-id");
    private static final Set<Class<?>> CALLED = Set.of(Request.class, TokenCall.class, Probe.class, ApiLook.class, Authorise.class);

    private Spot() { }

    static boolean isAddress(Record owner, String key) {
        return owner instanceof Step.Open || key.equals("url") && CALLED.contains(owner.getClass());
    }

    /** Whether what stands there is shown to a person, one secret at a time. */
    static boolean isShownSecret(Record owner, String key) {
        return owner instanceof OperatorWork && key.equals("secrets");
    }

    static boolean mayHoldSecret(Record owner, String key, Template template) {
        var isMailedLink = (owner instanceof Step.Open || owner instanceof Request && key.equals("url")) && template.isOnePlaceOf(Places.CAPTURED);
        return isMailedLink || isShownSecret(owner, key) || owner instanceof SignedValue || CARRIERS.contains(key) && !isAddress(owner, key);
    }
}
