/** The demo: a made-up TPP is onboarded at the simulated banks while somebody watches. */
package io.portolan.demo;
