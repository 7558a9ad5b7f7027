/** Anchorage Bank: the first call with the certificate registers and is answered 401. */
package io.portolan.simulator.anchorage;
