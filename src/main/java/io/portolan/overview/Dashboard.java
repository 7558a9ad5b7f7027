package io.portolan.overview;

import io.portolan.certificate.CertificateEnds;
import io.portolan.certificate.Certificates;
import io.portolan.database.Limits;
import io.portolan.leg.ReceivedMails;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.onboarding.TimesTaken;
import io.portolan.onboarding.UnderWay;
import io.portolan.playbook.Environment;
import io.portolan.playbook.Playbooks;
import io.portolan.refusal.Refused;
import io.portolan.registration.HeldRegistrations;
import io.portolan.tpp.Tpps;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How all of it stands, at a glance; counted anew every few seconds at most, and less often where that takes long. */
@Component
public class Dashboard {

    /** How far ahead is looked for what ends. */
    public static final Duration AHEAD = Duration.ofDays(90);
    /** How far back is looked for how long it took. */
    public static final Duration BACK = Duration.ofDays(180);
    /** How far back is looked for what has happened. */
    public static final Duration DAY = Duration.ofDays(1);
    /** Of how many banks the stages are shown. */
    public static final int BANKS = 15;

    private static final int LINES = 5;
    private static final int ENDS = 12;
    private static final Duration MOMENT = Duration.ofSeconds(5);
    /** What half a year has brought does not change from one minute to the next. */
    private static final Duration WHILE = Duration.ofMinutes(5);

    private final UnderWay underWay;
    private final TimesTaken times;
    private final HeldRegistrations held;
    private final CertificateEnds ends;
    private final Certificates certificates;
    private final Tpps tpps;
    private final ReceivedMails mails;
    private final Playbooks playbooks;
    private final Limits limits;
    private final Clock clock;
    private final ExecutorService beside = Executors.newSingleThreadExecutor(count -> {
        var thread = new Thread(count, "dashboard");
        thread.setDaemon(true);
        return thread;
    });
    private final Recent<Snapshot> recent;
    private final Recent<Snapshot.Times> recentTimes;

    Dashboard(UnderWay underWay, TimesTaken times, HeldRegistrations held, CertificateEnds ends, Certificates certificates, Tpps tpps, ReceivedMails mails,
            Playbooks playbooks, Limits limits, Clock clock) {
        this.underWay = underWay;
        this.times = times;
        this.held = held;
        this.ends = ends;
        this.certificates = certificates;
        this.tpps = tpps;
        this.mails = mails;
        this.playbooks = playbooks;
        this.limits = limits;
        this.clock = clock;
        this.recent = new Recent<>(MOMENT, beside, clock);
        this.recentTimes = new Recent<>(WHILE, beside, clock);
    }

    @PreDestroy
    void stop() {
        beside.shutdownNow();
    }

    /**
     * How it stands with one TPP, or with all where that is null.
     *
     * @throws Refused with code {@code unknown-tpp}
     */
    public Snapshot of(String tpp) {
        if (tpp != null && tpps.find(tpp).isEmpty()) {
            throw Refused.notFound("unknown-tpp", "There is no TPP " + tpp + ".");
        }
        var limit = limits.current().orElse(null);
        return recent.of(key(tpp), () -> {
            try (var reach = limits.hold(limit)) {
                return counted(tpp);
            }
        });
    }

    /** Who is limited to some TPPs gets no figures that were counted for others. */
    private String key(String tpp) {
        return tpp + " " + limits.current();
    }

    private Snapshot counted(String tpp) {
        var now = clock.instant();
        var counts = underWay.counts(tpp);
        var registrations = held.counts(tpp);
        var until = now.plus(AHEAD);
        return new Snapshot(tpp, now, Stream.of(Environment.Kind.LIVE, Environment.Kind.TEST).map(kind -> figures(kind, counts, registrations)).toList(),
                new Snapshot.LastDay(now.minus(DAY), underWay.ended(tpp, now.minus(DAY))),
                underWay.cells(tpp, BANKS), underWay.banks(tpp),
                new Snapshot.Waits(underWay.longest(tpp, LINES), underWay.brokenPromises(tpp, LINES), underWay.promisesBroken(tpp)),
                new Snapshot.Ends(until, ends.between(tpp, Instant.EPOCH, until), held.ended(tpp, ENDS), held.ending(tpp, until, ENDS), held.withEnding(tpp, until)),
                recentTimes.of(key(tpp), () -> new Snapshot.Times(now.minus(BACK), times.byStage(tpp, now.minus(BACK)),
                        times.byBank(tpp, now.minus(BACK), BANKS))),
                mails.homeless(tpp), playbooks.problems().size(), firstSteps(!counts.isEmpty() || registrations.stream().anyMatch(count -> count.active() > 0)));
    }

    private static Snapshot.Figures figures(Environment.Kind kind, List<UnderWay.Count> counts, List<HeldRegistrations.Count> registrations) {
        var here = registrations.stream().filter(count -> count.kind() == kind).findFirst().orElse(new HeldRegistrations.Count(kind, 0, 0));
        return new Snapshot.Figures(kind, here.active(), number(kind, Status.WAITING_FOR_US, counts),
                number(kind, Status.WAITING_FOR_BANK, counts), number(kind, Status.WAITING_FOR_OTHER, counts), number(kind, Status.REJECTED, counts), here.degraded());
    }

    private static long number(Environment.Kind kind, Status status, List<UnderWay.Count> counts) {
        return counts.stream().filter(count -> count.kind() == kind && count.status() == status).mapToLong(UnderWay.Count::number).sum();
    }

    private Snapshot.FirstSteps firstSteps(boolean hasOnboarding) {
        if (hasOnboarding) {
            return new Snapshot.FirstSteps(true, true, true);
        }
        var ours = tpps.all();
        return new Snapshot.FirstSteps(!ours.isEmpty(), ours.stream().anyMatch(tpp -> !certificates.of(tpp.id()).isEmpty()), false);
    }
}
