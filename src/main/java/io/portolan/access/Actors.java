package io.portolan.access;

/** Knows who the current request comes from. */
public interface Actors {

    /** Whoever sent the request that this thread works on; throws where it works on none. */
    Actor current();
}
