/** How fast Portolan is, measured beside what one would use instead. */
package io.portolan.bench;
