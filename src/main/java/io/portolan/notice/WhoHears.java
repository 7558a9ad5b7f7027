package io.portolan.notice;

import io.portolan.access.Actor;
import java.util.Optional;

/** Says of a user what they may hear of now. */
@FunctionalInterface
interface WhoHears {

    /** The user as an actor; empty where there is none, or none who may sign in. */
    Optional<Actor> of(String user);
}
