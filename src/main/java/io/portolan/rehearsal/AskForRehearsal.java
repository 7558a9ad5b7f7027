package io.portolan.rehearsal;

import io.portolan.database.Leases;
import io.portolan.playbook.CheckPlaybook;
import io.portolan.playbook.PlaybookTexts;
import io.portolan.playbook.Playbooks;
import io.portolan.refusal.Refused;
import io.portolan.rehearsal.AskedRehearsal.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Rehearses a playbook for whoever asks, one at a time on all nodes, in a process apart: nothing that it makes up is ever among what is real. */
@Component
public class AskForRehearsal implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(AskForRehearsal.class);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Period KEPT = Period.ofDays(365);
    private static final String LEASE = "rehearsal";

    private final JdbcRehearsals rehearsals;
    private final Playbooks playbooks;
    private final PlaybookTexts texts;
    private final Leases leases;
    private final Clock clock;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        var one = new Thread(work, "rehearsal");
        one.setDaemon(true);
        return one;
    });
    private final AtomicBoolean isBusy = new AtomicBoolean();
    private volatile RehearsalProcess process;

    AskForRehearsal(JdbcRehearsals rehearsals, Playbooks playbooks, PlaybookTexts texts, Leases leases, Clock clock) {
        this.rehearsals = rehearsals;
        this.playbooks = playbooks;
        this.texts = texts;
        this.leases = leases;
        this.clock = clock;
    }

    /**
     * Begins the rehearsal of a playbook that was checked.
     *
     * @throws Refused with code {@code playbook-has-problems}, or {@code rehearsal-running} as long as another one walks
     */
    public AskedRehearsal begin(CheckPlaybook.Checked checked, String actor) {
        if (!checked.problems().isEmpty() || checked.playbook().isEmpty()) {
            throw Refused.invalid("playbook-has-problems", "Only a playbook that can be read is rehearsed. Check it, and mend what is wrong.", Map.of("problems", String.valueOf(checked.problems().size())));
        }
        var now = clock.instant();
        rehearsals.giveUpBefore(now.minus(LONGEST.plusMinutes(1)));
        rehearsals.forgetBefore(now.minus(KEPT));
        if (!isBusy.compareAndSet(false, true)) {
            throw isRunning();
        }
        if (!leases.hold(LEASE, LONGEST.plusMinutes(1))) {
            isBusy.set(false);
            throw isRunning();
        }
        var asked = new AskedRehearsal(UUID.randomUUID().toString(), checked.playbook().get().bank(), sha256(checked.text()), State.RUNNING, "", actor, now, null, RehearsalProgress.NONE);
        rehearsals.add(asked);
        thread.execute(() -> perform(asked, checked));
        return asked;
    }

    /** A rehearsal by its id; {@link Refused} where there is none. */
    public AskedRehearsal find(String id) {
        return rehearsals.find(id).orElseThrow(() -> Refused.notFound("unknown-rehearsal", "There is no rehearsal " + id + "."));
    }

    private Refused isRunning() {
        return Refused.conflict("rehearsal-running", "Another rehearsal is under way, and there is one at a time. Try again in a minute.",
                rehearsals.running().map(running -> Map.of("rehearsal", running.id())).orElse(Map.of()));
    }

    private void perform(AskedRehearsal asked, CheckPlaybook.Checked checked) {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("portolan-rehearsal");
            var file = Files.writeString(folder.resolve(asked.bank() + ".yaml"), checked.text());
            process = RehearsalProcess.start(folder, file, others(folder.resolve("beside"), asked.bank()));
            var code = process.await(LONGEST, progress -> rehearsals.move(asked.id(), progress));
            process.end();
            var state = code.isEmpty() ? State.CUT_OFF : code.getAsInt() == 0 ? State.CLEAN : code.getAsInt() == 1 ? State.WRONG : State.CUT_OFF;
            rehearsals.end(asked.id(), state, process.told(), clock.instant());
        } catch (IOException | RuntimeException e) {
            LOG.warn("the rehearsal {} of {} was cut off", asked.id(), asked.bank(), e);
            rehearsals.end(asked.id(), State.CUT_OFF, "", clock.instant());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process = null;
            delete(folder);
            leases.release(LEASE);
            isBusy.set(false);
        }
    }

    /** The playbooks that are in use and came with no program: this one may lean on them, as on that of a hub. */
    private Path others(Path folder, String bank) throws IOException {
        Files.createDirectory(folder);
        for (var each : playbooks.all()) {
            if (!each.isGeneric() && !each.source().startsWith("classpath:") && !each.playbook().bank().equals(bank)) {
                Files.writeString(folder.resolve(each.playbook().bank() + ".yaml"), texts.text(each.playbook().bank(), each.hash()).orElseThrow());
            }
        }
        return folder;
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            LOG.warn("what a rehearsal has left could not be thrown away: {}", folder, e);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void destroy() {
        var running = process;
        if (running != null) {
            running.end();
        }
        thread.shutdownNow();
    }
}
