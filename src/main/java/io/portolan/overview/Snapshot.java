package io.portolan.overview;

import io.portolan.certificate.CertificateEnds;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.onboarding.TimesTaken;
import io.portolan.onboarding.UnderWay;
import io.portolan.playbook.Environment;
import io.portolan.registration.HeldRegistrations;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How all of it stood at a moment, of one TPP or of all.
 *
 * @param figures for each kind of environments, the live ones first
 * @param lastDay what has ended since yesterday at this time
 * @param cells at which stages onboardings are, of the banks that need us most
 * @param banks at how many banks something runs
 * @param mails how many mails have no home
 * @param problems how many problems files of playbooks have
 */
public record Snapshot(String tpp, Instant at, List<Figures> figures, LastDay lastDay, List<UnderWay.Cell> cells, long banks, Waits waits, Ends ends, Times times, long mails,
        long problems, FirstSteps firstSteps) {

    /** How many registrations and onboardings are how, in one kind of environments. */
    public record Figures(Environment.Kind kind, long active, long waitingForUs, long waitingForBank, long waitingForOther, long rejected, long degraded) { }

    /** How many onboardings have ended since a moment, and how. */
    public record LastDay(Instant since, Map<Status, Long> ended) {

        /** Those that have ended so. */
        public long number(Status status) {
            return ended.getOrDefault(status, 0L);
        }
    }

    /** What waits longest, and where banks have not kept what they promised. */
    public record Waits(List<UnderWay.Wait> longest, List<UnderWay.Wait> brokenPromises, long promisesBroken) { }

    /**
     * What has ended and is still in use, and what ends soon.
     *
     * @param until how far is looked ahead
     * @param certificates the first to end first
     * @param ended credentials that have ended, the last to end first
     * @param credentials those that end by then, the first to end first
     * @param registrations how many registrations have credentials that have ended or end by then
     */
    public record Ends(Instant until, List<CertificateEnds.End> certificates, List<HeldRegistrations.Ending> ended, List<HeldRegistrations.Ending> credentials, long registrations) { }

    /** How long it took, since a moment. */
    public record Times(Instant since, List<TimesTaken.OfStage> stages, List<TimesTaken.OfBank> banks) { }

    /** What a new installation has already. */
    public record FirstSteps(boolean hasTpp, boolean hasCertificate, boolean hasOnboarding) {

        /** Whether anything is still to be done before there is something to see. */
        public boolean areLeft() {
            return !hasOnboarding;
        }
    }
}
