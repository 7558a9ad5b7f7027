package io.portolan.leg;

/** What is made ready before a person is asked to sign us up at a portal, as it is before a machine does. */
public interface SignUpByHand {

    /** Sees to it that log-in and password are kept before somebody types them; does nothing for a leg that signs us up nowhere. */
    void prepare(LegRun run);
}
