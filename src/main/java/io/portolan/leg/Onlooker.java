package io.portolan.leg;

/** Somebody who is told how far a run is, while it goes on. */
public interface Onlooker {

    /** What is done now, as a few words without secrets. */
    void doing(String what);

    /** What came of it. */
    void came(String what);

    /** That this was kept as evidence of it. */
    void evidence(long id);
}
