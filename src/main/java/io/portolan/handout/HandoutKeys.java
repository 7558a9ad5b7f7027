package io.portolan.handout;

/** The key by which we sign what we hand out. */
public interface HandoutKeys {

    /** Its public half as a JSON Web Key Set (RFC 7517); the key is made where there was none yet. */
    String published();

    /** The pair, made where there was none yet. */
    HandoutKey current();
}
