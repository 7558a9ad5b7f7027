package io.portolan.stories;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * How a Portolan is started that is going to be killed: from jars, since only of these the JVM can keep the loaded classes in an
 * archive. Started from that, it needs half the processor time. The archive is made by the first start that ends by itself.
 */
final class QuickJvm {

    private static final Path FOLDER = Path.of("target/stories/jvm").toAbsolutePath();
    private static final List<String> OPTIONS = List.of("-Xmx400m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
    private static final QuickJvm THE_ONE = new QuickJvm();

    private final String classPath;
    private final Path archive = FOLDER.resolve("classes.jsa");

    private QuickJvm() {
        try {
            Files.createDirectories(FOLDER);
            Files.deleteIfExists(archive);
            classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of).filter(Files::exists)
                    .map(QuickJvm::jar).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The beginning of a command, up to the class that is to be run. */
    static List<String> command() {
        return THE_ONE.hasArchive() ? THE_ONE.command("-XX:SharedArchiveFile=" + THE_ONE.archive) : THE_ONE.command("-Xshare:auto");
    }

    /** The same for a program that makes the archive, where there is none, when it ends by itself. */
    static List<String> commandThatKeepsClasses() {
        return THE_ONE.hasArchive() ? command() : THE_ONE.command("-XX:ArchiveClassesAtExit=" + THE_ONE.archive);
    }

    private boolean hasArchive() {
        return Files.exists(archive);
    }

    private List<String> command(String archiving) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(List.of(archiving, "-cp", classPath));
        return command;
    }

    private static Path jar(Path entry) {
        return Files.isDirectory(entry) ? packed(entry) : entry;
    }

    private static Path packed(Path classes) {
        var jar = FOLDER.resolve(classes.getFileName() + ".jar");
        try (var files = Files.walk(classes); var packing = new ZipOutputStream(Files.newOutputStream(jar))) {
            packing.setLevel(0);
            for (var file : files.filter(each -> !each.equals(classes)).toList()) {
                var name = classes.relativize(file).toString().replace(File.separatorChar, '/');
                packing.putNextEntry(new ZipEntry(Files.isDirectory(file) ? name + "/" : name));
                if (Files.isRegularFile(file)) {
                    Files.copy(file, packing);
                }
                packing.closeEntry();
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
