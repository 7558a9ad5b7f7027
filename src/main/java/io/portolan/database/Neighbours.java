package io.portolan.database;

/** Whether other nodes may work on the same database. */
@FunctionalInterface
public interface Neighbours {

    /** False where the database is locked to this process, so that nobody else can be alive on it. */
    boolean arePossible();
}
