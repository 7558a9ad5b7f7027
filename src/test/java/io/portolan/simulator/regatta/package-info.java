/** Regatta Bank: an API key from the portal, then one registration by API, with a session token that soon runs out. */
package io.portolan.simulator.regatta;
