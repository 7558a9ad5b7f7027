/** Pier Bank: nothing to register; the certificate says it all. */
package io.portolan.simulator.pier;
