package io.portolan.portal;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The folder in which a browser keeps its profile. It is locked while the browser is ours, so that browsers of a process that
 * was killed, which go on for ever and stay signed in, are known by the folder that nobody holds.
 */
final class BrowserFolder {

    private static final Logger LOG = LoggerFactory.getLogger(BrowserFolder.class);
    private static final String NAME = "portolan-browser-";
    private static final int PATIENCE_SECONDS = 5;
    /** What this process holds: to open a file of theirs once more would let go of its lock. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel lock;

    private BrowserFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** A new one, which only we may enter. */
    static BrowserFolder make() {
        try {
            var folder = Files.createTempDirectory(NAME);
            OURS.add(folder);
            var lock = FileChannel.open(lockOf(folder), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock.lock();
            // gone where another process, just starting, has seen it before it was locked
            return Files.exists(lockOf(folder)) ? new BrowserFolder(folder, lock) : make();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the profile is. */
    Path profile() {
        return profileOf(folder);
    }

    /** Where it puts what it downloads. */
    Path downloads() {
        return folder.resolve("downloads");
    }

    /** What was downloaded and is complete. */
    List<Path> downloaded() {
        try (var files = Files.exists(downloads()) ? Files.list(downloads()) : Stream.<Path>empty()) {
            return files.filter(file -> !file.toString().endsWith(".crdownload") && !file.toString().endsWith(".tmp")
                    && !file.getFileName().toString().startsWith(".")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the driver writes its log: an argument by which it is known. */
    Path driverLog() {
        return folder.resolve("driver.log");
    }

    /** Removes it once its browser is closed, and ends a browser that would not close. */
    void remove() {
        try {
            lock.close();
            clear(folder);
        } catch (IOException e) {
            LOG.info("The folder {} of a browser is left for the next start: {}", folder, e.toString());
        } finally {
            OURS.remove(folder);
        }
    }

    /** Ends the browsers that killed processes have left on this machine, and removes their folders. */
    static void clearLeftBehind() {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary(), NAME + "*")) {
            for (var folder : folders) {
                if (!OURS.contains(folder)) {
                    clearUnlessHeld(folder);
                }
            }
        } catch (IOException e) {
            LOG.info("Browsers of earlier runs could not be looked for: {}", e.toString());
        }
    }

    private static void clearUnlessHeld(Path folder) {
        try (var other = FileChannel.open(lockOf(folder), StandardOpenOption.WRITE)) {
            if (other.tryLock() != null) {
                LOG.info("clearing away the browser that a killed process has left in {}", folder);
                clear(folder);
            }
        } catch (IOException e) {
            LOG.debug("The folder {} is not ours to clear away: {}", folder, e.toString());
        }
    }

    private static void clear(Path folder) throws IOException {
        end(processesOf(folder));
        var socket = profileOf(folder).resolve("SingletonSocket");
        if (Files.isSymbolicLink(socket) && temporary().equals(Files.readSymbolicLink(socket).getParent().getParent())) {
            FileSystemUtils.deleteRecursively(Files.readSymbolicLink(socket).getParent());
        }
        FileSystemUtils.deleteRecursively(folder);
    }

    /** The browser and its driver are known by their arguments; whatever they have started is below them. */
    private static List<ProcessHandle> processesOf(Path folder) {
        return ProcessHandle.allProcesses().filter(each -> each.info().commandLine().orElse("").contains(folder + File.separator))
                .flatMap(each -> Stream.concat(each.descendants(), Stream.of(each))).distinct().toList();
    }

    private static void end(List<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroyForcibly);
        CompletableFuture.allOf(processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    private static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    private static Path lockOf(Path folder) {
        return folder.resolve("in-use");
    }

    private static Path profileOf(Path folder) {
        return folder.resolve("profile");
    }
}
