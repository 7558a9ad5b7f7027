package io.portolan.certificate;

/**
 * A certificate was taken in, and may be used from now on.
 *
 * @param before the id of the one that would have been used without it from the moment on at which it counts, or null; the moment is now, or lies ahead
 * @param after the id of the one that is used from that moment on, which may be this one; or null
 * @param actor who has taken it in
 */
record CertificateTaken(String certificate, String before, String after, String actor) { }
