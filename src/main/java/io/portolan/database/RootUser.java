package io.portolan.database;

import io.portolan.refusal.CannotStart;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;

/** PostgreSQL refuses to run as root; as root it is started in a user namespace of its own, which containers often forbid. */
final class RootUser {

    private RootUser() {
    }

    static void check() {
        if ("root".equals(System.getProperty("user.name")) && !EmbeddedDatabase.isWindows() && !canLeaveRoot("unshare", "-U", "true")) {
            throw refusal();
        }
    }

    static CannotStart refusal() {
        return new CannotStart("The embedded PostgreSQL cannot run as root here, since user namespaces are forbidden.",
                "Run Portolan as another user (in a container: USER, or --user), or give it a PostgreSQL by spring.datasource.url.");
    }

    static boolean canLeaveRoot(String... command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
