package io.portolan.playbook;

/** The label of a leg by which banks compare; a route may hold a stage twice and in any order. */
public enum Stage {
    PREREQUISITES, SIGN_UP, CREATE_APPLICATION, REGISTER_CLIENT, SUBSCRIBE_APIS, CERTIFICATES, APPROVAL,
    COLLECT_CREDENTIALS, VERIFY_ACCESS;

    /** Whether something exists at the bank once a leg of this stage is done. */
    public boolean leavesTraces() {
        return this == SIGN_UP || this == CREATE_APPLICATION || this == REGISTER_CLIENT || this == SUBSCRIBE_APIS
                || this == CERTIFICATES;
    }
}
