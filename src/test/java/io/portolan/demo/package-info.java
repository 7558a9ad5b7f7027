/** The demo: a made-up TPP is onboarded at the simulated bank while somebody watches. */
package io.portolan.demo;
