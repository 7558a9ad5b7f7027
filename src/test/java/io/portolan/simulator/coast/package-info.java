/** All simulated banks together, in this JVM or in one of their own. */
package io.portolan.simulator.coast;
