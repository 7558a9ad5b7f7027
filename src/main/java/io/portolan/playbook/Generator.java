package io.portolan.playbook;

/** What can be made for a bank. */
public enum Generator {
    @Doc("A UUID (RFC 9562).") UUID,
    @Doc("An RSA key pair of 2048 bits, its private key in the vault.") RSA_2048,
    @Doc("An RSA key pair of 4096 bits, its private key in the vault.") RSA_4096,
    @Doc("A key pair on the curve P-256, its private key in the vault.") EC_P256;

    /** Whether it is a key pair, of which only the public half has forms that a template may hold. */
    public boolean isKeyPair() {
        return this != UUID;
    }
}
