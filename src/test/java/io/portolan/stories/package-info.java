/** Whole onboardings told from start to end, against the real engine and database. */
package io.portolan.stories;
