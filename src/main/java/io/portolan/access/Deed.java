package io.portolan.access;

import java.util.Map;
import java.util.Optional;

/** Something that may need a second person; each feature brings those it does. */
public interface Deed {

    /** Its stable name, such as {@code withdraw-onboarding}. */
    String deed();

    /** By which setting a second person is asked for. */
    Guarded act();

    /** What somebody would be asked to agree to now; empty where there is nothing to ask, such as in a test environment. */
    Optional<Asked> asked(String object, Map<String, String> with);

    /** Whether Portolan does it once it is approved; else whoever has asked comes back for it. */
    default boolean isByItself() {
        return true;
    }

    /**
     * Does it, in the transaction that ends the approval, so that it is done once; says false where it cannot be done at this moment and is
     * to be tried again shortly.
     *
     * @throws io.portolan.refusal.Refused where it cannot be done any more
     */
    default boolean carryOut(Approval approval) {
        return true;
    }

    /** Hears that it will not be done: declined, taken back, expired or void; says false where it has to hear it again shortly. */
    default boolean over(Approval approval) {
        return true;
    }
}
