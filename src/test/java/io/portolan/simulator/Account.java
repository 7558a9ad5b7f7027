package io.portolan.simulator;

/** An account at a bank's portal; some banks have their clerk look at it when it is there. */
public class Account extends Submission {

    /** The address that it logs in with. */
    public String eMail;
    /** The company behind it. */
    public String company;
    /** The salted hash of its password. */
    public String passwordHash;

    /** An account that nobody has to look at. */
    public Account() {
        status = Status.ACTIVE;
    }
}
