/** Lighthouse Bank: documents behind a certificate, a second factor, and pages made of components. */
package io.portolan.simulator.lighthouse;
