package io.portolan.rehearsal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.springframework.util.ClassUtils;

/** The tool {@code playbook rehearse} in a process of its own, which shares no memory, setting or secret with this one. */
final class RehearsalProcess {

    /** Only a program that was packed has the loader that starts it. */
    private static final String PACKED = "org.springframework.boot.loader.launch.JarLauncher";
    private static final String WHOLE = "io.portolan.Portolan";
    private static final Set<String> NEEDED = Set.of("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TEMP", "TMP", "SystemRoot");
    private static final Duration GLANCE = Duration.ofMillis(500);
    private static final int MOST_TOLD = 500_000;

    private final Path told;
    private final ProgressFile progress;
    private final Process process;

    private RehearsalProcess(Path told, ProgressFile progress, Process process) {
        this.told = told;
        this.progress = progress;
        this.process = process;
    }

    /** Starts it in a folder of its own, for a file there, beside the playbooks of another folder. */
    static RehearsalProcess start(Path folder, Path file, Path beside) throws IOException {
        var told = folder.resolve("told.txt");
        var progress = folder.resolve("progress.txt");
        var builder = new ProcessBuilder(command(file, beside, progress)).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(told.toFile());
        builder.environment().keySet().retainAll(NEEDED);
        return new RehearsalProcess(told, new ProgressFile(progress), builder.start());
    }

    private static List<String> command(Path file, Path beside, Path progress) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java, "-Xmx1g", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8"));
        var classes = absolute(System.getProperty("java.class.path"));
        command.addAll(ClassUtils.isPresent(PACKED, null) ? List.of("-jar", classes) : List.of("-cp", classes, WHOLE));
        command.addAll(List.of("playbook", "rehearse", "--beside", beside.toString(), "--progress", progress.toString(), file.toString()));
        return command;
    }

    /** It runs in another folder. */
    private static String absolute(String classPath) {
        var separator = System.getProperty("path.separator");
        return String.join(separator, List.of(classPath.split(Pattern.quote(separator))).stream().map(each -> Path.of(each).toAbsolutePath().toString()).toList());
    }

    /** Waits for its end, at most for so long; empty then, else its exit code. Meanwhile it tells how far it is, as often as that changes. */
    OptionalInt await(Duration longest, Consumer<RehearsalProgress> onlooker) throws InterruptedException, IOException {
        var seen = RehearsalProgress.NONE;
        var left = longest.dividedBy(GLANCE);
        while (!process.waitFor(GLANCE.toMillis(), TimeUnit.MILLISECONDS)) {
            if (left-- <= 0) {
                return OptionalInt.empty();
            }
            var now = progress.read();
            if (!now.equals(seen)) {
                onlooker.accept(now);
                seen = now;
            }
        }
        onlooker.accept(progress.read());
        return OptionalInt.of(process.exitValue());
    }

    /** Ends it with all that it has started. */
    void end() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** What it has told so far, without the names of our folders. */
    String told() throws IOException {
        var bytes = Files.readAllBytes(told);
        var text = new String(bytes, 0, Math.min(bytes.length, MOST_TOLD), StandardCharsets.UTF_8) + (bytes.length > MOST_TOLD ? "\n… and more" : "");
        return text.replace(told.getParent() + told.getFileSystem().getSeparator(), "");
    }
}
