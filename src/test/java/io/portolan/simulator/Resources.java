package io.portolan.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The files of the simulated banks: their playbooks and pages. */
public final class Resources {

    private Resources() { }

    /** The text of a file below {@code /simulator}. */
    public static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    /** The bytes of a file below {@code /simulator}. */
    public static byte[] bytes(String name) {
        try (var in = Resources.class.getResourceAsStream("/simulator/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("There is no " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean exists(String name) {
        return Resources.class.getResource("/simulator/" + name) != null;
    }
}
