/** Harbour Bank: sign-up with a mailed link, one application, a clerk's approval, and a client secret that is shown once. */
package io.portolan.simulator.harbour;
