/**
 * Shipyard: a hub that registers once for its members Keel, Mast and Sail, where each client is then only activated.
 */
package io.portolan.simulator.shipyard;
