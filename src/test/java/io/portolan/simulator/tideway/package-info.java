/** Tideway Bank: no portal; a clerk reads letters and answers them, in days. */
package io.portolan.simulator.tideway;
