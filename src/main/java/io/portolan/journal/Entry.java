package io.portolan.journal;

import java.time.Instant;

/** An act as it stands in its chain: its place, when it was written, and the hash that covers it and all before it. */
public record Entry(long position, Instant at, Act act, String hash) {
}
