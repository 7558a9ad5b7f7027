package io.portolan.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tools as somebody has them who has nothing but the jar. */
class PlaybookToolIT {

    private static Path jar;

    @TempDir
    Path folder;

    private record Ended(int code, String out, String err) { }

    @BeforeAll
    static void findTheJar() throws IOException {
        try (var files = Files.list(Path.of("target"))) {
            jar = files.filter(file -> file.getFileName().toString().matches("portolan-.*\\.jar")).findFirst().orElse(null);
        }
        assumeTrue(jar != null, "the jar is made by mvn package");
    }

    @Test
    void saysHowItIsUsed() throws Exception {
        assertThat(run("playbook", "--help")).satisfies(ended -> assertThat(ended.out()).startsWith("Tools for whoever writes playbooks."))
                .satisfies(ended -> assertThat(ended.err()).isEmpty()).satisfies(ended -> assertThat(ended.code()).isZero());
        assertThat(run("playbook", "chekc").code()).isEqualTo(2);
    }

    @Test
    void checksAndExplainsWithoutAServer() throws Exception {
        assertThat(run("playbook", "check", "bank-playbooks")).satisfies(ended -> assertThat(ended.out()).matches("\\d+ playbooks, no problem\\.\\n"))
                .satisfies(ended -> assertThat(ended.err()).isEmpty()).satisfies(ended -> assertThat(ended.code()).isZero());
        var broken = Files.writeString(folder.resolve("xx-broken.yaml"), "bank: xx-broken\nname: Büro\nkidn: x\n");
        assertThat(run("playbook", "check", broken)).satisfies(ended -> assertThat(ended.out()).contains("xx-broken.yaml:3:1: kidn: "))
                .satisfies(ended -> assertThat(ended.code()).isEqualTo(1));
        assertThat(run("playbook", "explain", "gr-piraeus-bank").out()).contains("Piraeus Bank (rAPIdLink): production");
        assertThat(run("playbook", "bpmn", "cz-csob").out()).isEqualTo(Files.readString(Path.of("bpmn/banks/onboard-cz-csob-production.bpmn")));
    }

    private Ended run(Object... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-jar", jar.toString()));
        List.of(words).forEach(word -> command.add(word.toString()));
        var out = folder.resolve("out");
        var err = folder.resolve("err");
        var process = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }
}
