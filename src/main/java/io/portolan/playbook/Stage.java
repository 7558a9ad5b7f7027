package io.portolan.playbook;

/** The label of a leg by which banks compare; a route may hold a stage twice and in any order. */
public enum Stage {
    @Doc("What must be known or there before the bank hears of us.") PREREQUISITES,
    @Doc("An account at the bank's portal.") SIGN_UP,
    @Doc("An application of ours at the bank.") CREATE_APPLICATION,
    @Doc("A client registered by a call, such as RFC 7591.") REGISTER_CLIENT,
    @Doc("The bank's API products, subscribed to.") SUBSCRIBE_APIS,
    @Doc("Our certificates, handed to the bank.") CERTIFICATES,
    @Doc("The bank's own decision, awaited.") APPROVAL,
    @Doc("What the bank hands out to let us in, taken.") COLLECT_CREDENTIALS,
    @Doc("The proof that we have access; the last leg of a route.") VERIFY_ACCESS;

    /** Whether something exists at the bank once a leg of this stage is done. */
    public boolean leavesTraces() {
        return this == SIGN_UP || this == CREATE_APPLICATION || this == REGISTER_CLIENT || this == SUBSCRIBE_APIS
                || this == CERTIFICATES;
    }
}
