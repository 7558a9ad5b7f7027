package io.portolan.portal;

/** The portal shows its log-in page where it should not: the session has expired. */
final class SignedOut extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SignedOut() {
        super("the portal asks to sign in again", null, false, false);
    }
}
