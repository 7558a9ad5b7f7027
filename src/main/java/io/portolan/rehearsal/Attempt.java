package io.portolan.rehearsal;

/**
 * One thing that was shown to a leg, and what came of it.
 *
 * @param route the name of the route, with its environment
 * @param services the services that were asked for
 * @param walk which of the walks along this route with these services, from 1
 * @param shown the sign, as a sentence
 * @param came what the leg made of it
 * @param isAsItShould whether that is what the playbook means
 */
public record Attempt(String route, String services, int walk, String leg, String shown, String came, boolean isAsItShould) {
}
