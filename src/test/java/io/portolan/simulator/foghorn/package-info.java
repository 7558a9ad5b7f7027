/** A bank that approves the organisation first, takes an enrolment signed with the QSealC, and grants less than was asked, from the next working day. */
package io.portolan.simulator.foghorn;
