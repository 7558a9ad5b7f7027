package io.portolan.simulator.keycloak;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipInputStream;

/**
 * Keycloak as Maven Central has it, unpacked and built for our use. It is got once by Maven itself, and kept beside the local repository,
 * since building it takes longer than starting it.
 */
final class KeycloakDistribution {

    static final String VERSION = "26.7.3";
    private static final Path REPOSITORY = Path.of(System.getProperty("settings.localRepository",
            System.getProperty("user.home") + "/.m2/repository"));
    private static final Path ZIP = REPOSITORY.resolve("org/keycloak/keycloak-quarkus-dist/" + VERSION + "/keycloak-quarkus-dist-" + VERSION + ".zip");
    private static final Path HOME = REPOSITORY.resolveSibling("portolan-tests").resolve("keycloak-" + VERSION);
    private static final List<String> BUILD = List.of("build", "--db=dev-mem", "--https-client-auth=request");

    private KeycloakDistribution() {
    }

    /** Where it is ready to be started; empty where it cannot be had, which is said. */
    static Optional<Path> ready() throws IOException, InterruptedException {
        var built = HOME.resolve("built-for-portolan");
        if (Files.exists(built)) {
            return Optional.of(HOME);
        }
        if (System.getProperty("os.name").startsWith("Windows") || !Files.exists(ZIP) && !got()) {
            System.out.println("Keycloak " + VERSION + " cannot be had: tests against it are skipped.");
            return Optional.empty();
        }
        var folder = Files.createTempDirectory(Files.createDirectories(HOME.getParent()), "unpacked");
        unpack(folder);
        var made = folder.resolve("keycloak-" + VERSION);
        var arguments = new ArrayList<>(List.of(made.resolve("bin/kc.sh").toString()));
        arguments.addAll(BUILD);
        if (run(arguments, folder.resolve("build.log"), 10) != 0) {
            System.out.println("Keycloak " + VERSION + " cannot be built, see " + folder.resolve("build.log") + ": tests against it are skipped.");
            return Optional.empty();
        }
        Files.writeString(made.resolve(built.getFileName()), String.join(" ", BUILD));
        try {
            Files.move(made, HOME, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException e) {
            // another build was faster
        }
        return Optional.of(HOME);
    }

    /** Maven knows from where, with which mirrors, and whether it may. */
    private static boolean got() throws IOException, InterruptedException {
        var home = System.getProperty("maven.home");
        var maven = home == null ? "mvn" : home + "/bin/mvn";
        var log = Files.createTempFile("keycloak", ".log");
        try {
            return run(List.of(maven, "-B", "-q", "org.apache.maven.plugins:maven-dependency-plugin:get", "-Dtransitive=false",
                    "-Dmaven.repo.local=" + REPOSITORY, "-Dartifact=org.keycloak:keycloak-quarkus-dist:" + VERSION + ":zip"), log, 10) == 0
                    && Files.exists(ZIP);
        } catch (IOException noMaven) {
            return false;
        }
    }

    private static int run(List<String> command, Path log, int minutes) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            return -1;
        }
        return process.exitValue();
    }

    private static void unpack(Path folder) throws IOException {
        try (var zip = new ZipInputStream(Files.newInputStream(ZIP))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var file = folder.resolve(entry.getName()).normalize();
                if (!file.startsWith(folder)) {
                    throw new IOException("an entry that leads elsewhere: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(zip, file);
                    file.toFile().setExecutable(entry.getName().endsWith(".sh"));
                }
            }
        }
    }
}
