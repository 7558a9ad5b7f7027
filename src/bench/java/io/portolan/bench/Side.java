package io.portolan.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One side of a comparison in a JVM of its own, which does what it is told and answers with numbers. */
final class Side implements AutoCloseable {

    /** What an answer begins with; everything else that a side prints is chatter. */
    static final String ANSWER = "bench-answer ";

    private final Process process;
    private final PrintStream orders;
    private final BufferedReader answers;

    private Side(Process process) {
        this.process = process;
        this.orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts a side with the jars of this class path that it is to have, and returns when it is ready. */
    static Side start(Class<?> main, Predicate<String> jars, Path errors, String... arguments) {
        var classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).filter(jars)
                .collect(Collectors.joining(File.pathSeparator));
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                System.getProperty("bench.jvm", "-Xmx512m"), "-cp", classPath, main.getName()));
        command.addAll(List.of(arguments));
        try {
            Files.createDirectories(errors.toAbsolutePath().getParent());
            var side = new Side(new ProcessBuilder(command).redirectError(Redirect.to(errors.toFile())).start());
            side.answer();
            return side;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells the side to do this and gives the numbers that it answers. */
    List<Double> tell(String order) {
        orders.println(order);
        return answer();
    }

    private List<Double> answer() {
        try {
            var said = new ArrayList<String>();
            for (var line = answers.readLine(); line != null; line = answers.readLine()) {
                if (line.startsWith(ANSWER)) {
                    return Stream.of(line.substring(ANSWER.length()).strip().split(" ")).map(Double::valueOf).toList();
                }
                said.add(line);
            }
            throw new IllegalStateException("a side has ended, saying: " + String.join("\n", said));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        orders.close();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
