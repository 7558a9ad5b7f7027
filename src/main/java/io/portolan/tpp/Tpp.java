package io.portolan.tpp;

/** A licensed entity of ours, under an id that we chose. */
public record Tpp(String id, TppProfile profile) {
}
