package io.portolan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.bankapi.PortolanCalling;
import io.portolan.simulator.DemoAuthority;
import io.portolan.simulator.DemoTpp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many signed calls a second Portolan makes over mutual TLS, beside Java's HTTP client that does nothing else. */
class CallBench {

    private final int rounds = Integer.getInteger("bench.calls.rounds", 9);
    private final int calls = Integer.getInteger("bench.calls.calls", 4000);
    private final int warmUps = 3;

    @Test
    void makesSignedCallsAsFastAsABareClient(@TempDir Path folder) throws Exception {
        var authority = DemoAuthority.create("Demo", Clock.systemUTC());
        var web = authority.qwac(DemoTpp.example());
        var seal = authority.qseal(DemoTpp.example());
        var portolan = new Samples();
        var bare = new Samples();
        try (var bank = new TerseBank(authority, seal.certificate().getPublicKey())) {
            var ours = new PortolanCalling(bank.port(), Files.writeString(folder.resolve("authority.pem"), authority.certificatePem()), web, seal);
            var theirs = new BareCalling(bank.port(), authority, web, seal);
            for (int round = -warmUps; round < rounds; round++) {
                // who comes first is in turn, too
                boolean isOursFirst = round % 2 == 0;
                double first = perSecond(isOursFirst ? ours::call : theirs::call);
                double second = perSecond(isOursFirst ? theirs::call : ours::call);
                if (round >= 0) {
                    portolan.add(isOursFirst ? first : second);
                    bare.add(isOursFirst ? second : first);
                }
            }
            assertThat(bank.connections()).as("connections are used again").isLessThan(20);
            assertThat(bank.checked()).as("the first call of each connection is rightly signed").isEqualTo(bank.connections());
            new Report("6-calls", "(f) Signed calls over mutual TLS")
                    .line("%d calls a round from two threads, in turn, over %d connections in all; digest and signature (RSA of 2048 bits) in each.", calls, bank.connections())
                    .line("")
                    .line("| | median, calls/s | each round |")
                    .line("|---|---|---|")
                    .line("| Portolan, evidence included | **%.0f** | %s |", portolan.median(), portolan.all(0))
                    .line("| bare `HttpClient` | %.0f | %s |", bare.median(), bare.all(0))
                    .line("| ratio, aim at least 0.9 | **%.2f** | |", portolan.median() / bare.median())
                    .write();
        }
    }

    private double perSecond(IntSupplier call) {
        var done = new AtomicInteger();
        long from = System.nanoTime();
        InTwo.threads(Collections.nCopies(calls, call), each -> done.addAndGet(each.getAsInt() > 0 ? 1 : 0));
        double seconds = (System.nanoTime() - from) / 1e9;
        assertThat(done).as("every call was answered").hasValue(calls);
        return calls / seconds;
    }
}
