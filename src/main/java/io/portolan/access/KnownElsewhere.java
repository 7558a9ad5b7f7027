package io.portolan.access;

import java.time.Duration;
import java.util.Optional;

/** What whoever signs in by a provider could do when they last did, for what is told to them while they are away. It lets nobody in. */
public interface KnownElsewhere {

    /** For so long after a sign-in it counts: whoever has left is told nothing for long, and whoever is on holiday is. */
    Duration HOLDS = Duration.ofDays(30);

    /** The person of this name, the issuer and the user, such as {@code https://login.example#ada}; empty where nobody of it has signed in lately. */
    Optional<Actor> find(String name);
}
