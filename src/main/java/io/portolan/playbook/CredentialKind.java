package io.portolan.playbook;

/** What a bank hands out to let a registered TPP in. */
public enum CredentialKind {
    CLIENT_ID, CLIENT_SECRET, API_KEY, SUBSCRIPTION_KEY, TPP_ID, REGISTRATION_ACCESS_TOKEN, REGISTRATION_CLIENT_URI,
    SOFTWARE_STATEMENT, APPLICATION_TOKEN, ORGANISATION_CODE, OTHER, NONE
}
