/** A real Keycloak on this machine, as a bank's authorization server. */
package io.portolan.simulator.keycloak;
