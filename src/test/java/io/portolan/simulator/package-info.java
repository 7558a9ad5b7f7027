/**
 * Banks as they are, for tests and the demo: a developer portal, an API with mutual TLS, a mailbox, and an authority whose
 * certificates the bank trusts. It knows nothing of Portolan.
 */
package io.portolan.simulator;
