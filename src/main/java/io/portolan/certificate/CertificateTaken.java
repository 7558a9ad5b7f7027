package io.portolan.certificate;

/**
 * A certificate was taken in, and may be used from now on.
 *
 * @param before the id of the one that was used in its place until then, or null
 * @param actor who has taken it in
 */
record CertificateTaken(String certificate, String before, String actor) { }
