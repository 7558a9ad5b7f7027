package io.portolan.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.onboarding.TimesTaken;
import io.portolan.onboarding.UnderWay;
import io.portolan.overview.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * How all of it stands, as the dashboard shows it.
 *
 * @param at when it was counted
 * @param tasksForToday how many tasks of the caller and of their groups are due by the end of today or overdue
 * @param mailsWithoutHome how many mails nobody knows the onboarding of
 * @param playbookProblems how many problems the files of playbooks have
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record DashboardView(String tpp, Instant at, List<FiguresItem> figures, LastDayItem lastDay, long tasksForToday, long mailsWithoutHome, long playbookProblems, WaitsItem waits, MatrixItem matrix,
        EndsItem ends, TimesItem times) {

    /** How many registrations are active and degraded, and how many onboardings wait for whom or were rejected, in one kind of environments. */
    record FiguresItem(String kind, long active, long waitingForUs, long waitingForBank, long waitingForOther, long rejected, long degraded) { }

    /** How many onboardings have ended since a moment, and how. */
    record LastDayItem(Instant since, long done, long rejected, long failed, long withdrawn) {

        static LastDayItem of(Snapshot.LastDay day) {
            return new LastDayItem(day.since(), day.number(Status.DONE), day.number(Status.REJECTED), day.number(Status.FAILED), day.number(Status.WITHDRAWN));
        }
    }

    /** Those that wait longest, and those whose bank has not kept what it promised; five of each at most. */
    record WaitsItem(List<WaitItem> longest, List<WaitItem> promisesBroken, long promisesBrokenCount) { }

    /** An onboarding that waits. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record WaitItem(String onboarding, String tpp, String bank, String environment, String leg, Instant since, Instant promisedBy) {

        static List<WaitItem> of(List<UnderWay.Wait> waits) {
            return waits.stream().map(wait -> new WaitItem(wait.onboarding(), wait.tpp(), wait.bank(), wait.environment(), wait.leg(), wait.since(), wait.promise())).toList();
        }
    }

    /** At which stages onboardings are, of the banks that need us most; {@code banks} is at how many something runs. */
    record MatrixItem(long banks, List<CellItem> cells) { }

    /** The onboardings at one bank that are at a stage: the state that needs people most, and since when the first of them is there. */
    record CellItem(String bank, String stage, String state, long onboardings, Instant since) { }

    /** What has ended and is still in use, and what ends until a moment; of credentials those that ended last and those that end first. */
    record EndsItem(Instant until, List<CertificateItem> certificates, List<CredentialItem> credentials, long registrations) { }

    /** A certificate that ends. */
    record CertificateItem(String id, String tpp, String kind, String environment, String label, Instant at) { }

    /** A credential that ends. */
    record CredentialItem(String registration, String tpp, String bank, String environment, String name, Instant at) { }

    /** How long onboardings took that have passed a stage, or have ended with access, since a moment. */
    record TimesItem(Instant since, List<TimeItem> stages, List<TimeItem> banks) { }

    /** How long it took in seconds: a quarter took less than {@code lower}, a quarter more than {@code upper}. */
    record TimeItem(String of, long onboardings, double least, double lower, double median, double upper, double most) {

        static TimeItem of(String name, TimesTaken.Spread spread) {
            return new TimeItem(name, spread.number(), seconds(spread.least()), seconds(spread.lower()), seconds(spread.median()), seconds(spread.upper()), seconds(spread.most()));
        }

        private static double seconds(Duration length) {
            return length.toMillis() / 1000.0;
        }
    }

    static DashboardView of(Snapshot snapshot, long tasksForToday) {
        var ends = snapshot.ends();
        return new DashboardView(snapshot.tpp(), snapshot.at(), snapshot.figures().stream().map(each -> new FiguresItem(Words.of(each.kind()), each.active(), each.waitingForUs(),
                each.waitingForBank(), each.waitingForOther(), each.rejected(), each.degraded())).toList(), LastDayItem.of(snapshot.lastDay()), tasksForToday, snapshot.mails(), snapshot.problems(),
                new WaitsItem(WaitItem.of(snapshot.waits().longest()), WaitItem.of(snapshot.waits().brokenPromises()), snapshot.waits().promisesBroken()),
                new MatrixItem(snapshot.banks(), snapshot.cells().stream().map(cell -> new CellItem(cell.bank(), Words.of(cell.stage()), Words.of(cell.state()), cell.number(),
                        cell.since())).toList()),
                new EndsItem(ends.until(), ends.certificates().stream().map(end -> new CertificateItem(end.certificate(), end.tpp(), Words.of(end.kind()), end.environment(),
                        end.label(), end.at())).toList(), Stream.concat(ends.ended().stream(), ends.credentials().stream()).map(end -> new CredentialItem(end.registration(), end.tpp(), end.bank(), end.environment(),
                        end.credential(), end.at())).toList(), ends.registrations()),
                new TimesItem(snapshot.times().since(), snapshot.times().stages().stream().map(each -> TimeItem.of(Words.of(each.stage()), each.spread())).toList(),
                        snapshot.times().banks().stream().map(each -> TimeItem.of(each.bank(), each.spread())).toList()));
    }
}
