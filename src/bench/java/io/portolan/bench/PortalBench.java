package io.portolan.bench;

import io.portolan.demo.DemoWorld;
import io.portolan.simulator.DemoTpp;
import io.portolan.simulator.harbour.Harbour;
import io.portolan.simulator.WorldOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** A whole portal onboarding through Portolan, beside a bare Selenium script that makes the same clicks. */
class PortalBench {

    private final int warmUps = Integer.getInteger("bench.portal.warm-ups", 2);
    private final int rounds = Integer.getInteger("bench.portal.rounds", 7);
    private final Samples portolan = new Samples();
    private final Samples portalLegs = new Samples();
    private final Samples bare = new Samples();
    private int waits;

    @Test
    void onboardsHardlySlowerThanABareScript() throws Exception {
        var folder = Path.of("target/bench/portal").toAbsolutePath();
        FileSystemUtils.deleteRecursively(folder);
        var logo = Files.write(Files.createDirectories(folder).resolve("logo.png"), DemoTpp.example().logo());
        try (var bank = Harbour.start(folder.resolve("world"), WorldOptions.standard().approvingAfter(Duration.ZERO));
                var whole = WholePortolan.start(folder, DemoWorld.of(bank.world()), warmUps + rounds)) {
            Chatter.stop();
            for (int round = 0; round < warmUps + rounds; round++) {
                whole.make(round);
                bank.control().reset();
                var ours = whole.onboard(round);
                awaitNoBrowser();
                bank.control().reset();
                var theirs = bySelenium(bank, logo);
                awaitNoBrowser();
                System.out.printf("round %d: Portolan %.2f s (ms by leg: %s; waited at %s), bare %.2f s%n", round, ours.whole(),
                        ours.legs(), ours.waits(), theirs);
                if (round >= warmUps) {
                    portolan.add(ours.whole());
                    portalLegs.add(ours.portalLegs());
                    bare.add(theirs);
                    waits += ours.waits().size();
                }
            }
        }
        write();
    }

    private static double bySelenium(Harbour bank, Path logo) throws Exception {
        var own = bank.authority().qwac(DemoTpp.example());
        var begun = System.nanoTime();
        var browser = BareBrowser.open();
        try {
            new BareScript(bank, browser).run(logo, own);
            return Waiting.secondsSince(begun);
        } finally {
            browser.quit();
        }
    }

    /** A browser of the one side must not slow down the other. */
    private static void awaitNoBrowser() {
        Waiting.until("no browser runs", Duration.ofSeconds(60), Duration.ofMillis(100), () -> ProcessHandle.current().descendants()
                .noneMatch(process -> process.info().command().filter(command -> command.contains("chrom")).isPresent()));
    }

    private void write() {
        new Report("1-portal", "(a) A whole portal onboarding")
                .line("%d rounds in turn after %d to warm up; Chromium, no waits for mail and clerk.", rounds, warmUps)
                .line("")
                .line("| | median, s | rounds |")
                .line("|---|---|---|")
                .line("| Portolan, from the start to done | %.2f | %s |", portolan.median(), portolan.all(2))
                .line("| of it, its portal legs were worked on | %.2f | %s |", portalLegs.median(), portalLegs.all(2))
                .line("| bare Selenium script, from opening the browser to the accounts | %.2f | %s |", bare.median(), bare.all(2))
                .line("")
                .line("Ratio **%.2f** (aim: at most 1.25). First looks that came too early and had to wait: %d.",
                        portolan.median() / bare.median(), waits)
                .write();
    }
}
