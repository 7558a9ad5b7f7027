package io.portolan.leg;

import io.portolan.vault.Secret;

/** What a place in a template stands for. */
public sealed interface Value {

    /** A text that may be seen. */
    record Plain(String text) implements Value { }

    /** A secret. */
    record Hidden(Secret secret) implements Value { }

    /** A file of ours. */
    record File(String fileName, String mediaType, byte[] content) implements Value { }
}
