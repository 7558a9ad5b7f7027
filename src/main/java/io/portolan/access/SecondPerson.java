package io.portolan.access;

import java.util.Map;
import java.util.Optional;

/** The second person, who has to agree where the settings say so. */
public interface SecondPerson {

    /** What somebody has to agree to before this is done; empty where nobody is asked. */
    Optional<Asked> needed(Deed deed, String object, Map<String, String> with);

    /**
     * Comes back where nobody has to be asked, or where the actor has asked for exactly this and it was approved: the approval is used up by that.
     * Else the request is kept. Both stand whatever becomes of the caller's transaction, which may not have written to the journal yet.
     *
     * @throws SecondPersonNeeded where nothing may be done yet
     * @throws io.portolan.refusal.Refused with code {@code reason-required} where nobody said why
     */
    void before(Deed deed, String object, Map<String, String> with, String reason, String actor);

    /**
     * Asks, or gives what this person has asked already; kept whatever becomes of the caller's transaction.
     *
     * @throws io.portolan.refusal.Refused with code {@code reason-required} where nobody said why
     */
    Approval request(Deed deed, String object, Map<String, String> with, String reason, String actor);

    /** The newest request of anybody for exactly this as it stands now, however it was decided. */
    Optional<Approval> latest(Deed deed, String object, Map<String, String> with);
}
