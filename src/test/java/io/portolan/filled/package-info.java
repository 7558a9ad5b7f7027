/** A database with as much in it as years of work leave there. */
package io.portolan.filled;
