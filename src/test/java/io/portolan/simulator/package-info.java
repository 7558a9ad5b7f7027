/**
 * Banks as they are, for tests and the demo. A {@link io.portolan.simulator.World} is a folder, an authority whose
 * certificates all banks trust, an SMTP and IMAP server with the mailbox of the TPP, and banks. A bank extends
 * {@link io.portolan.simulator.SimulatedBank} in a package of its own, keeps its pages in {@code simulator/<name>/} and its
 * playbook in {@code simulator/xx-<name>.yaml} of the test resources, and stands in the list of
 * {@code io.portolan.simulator.coast.Coast}. It knows nothing of Portolan.
 */
package io.portolan.simulator;
