package io.portolan.simulator;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Random;

/**
 * What a bank does wrong on purpose, switched while it runs; everything is off until somebody asks for it. The fields'
 * names are what the control address takes. Shares lie between 0 and 1 and are drawn with the seed: the same seed and
 * clicks bring the same mischief. That a form handed in twice creates two of what it creates is no mischief: banks are so.
 */
public final class Mischief {

    /** The page on which applications are created has lost its button. */
    public volatile boolean hideCreateButton;
    /** A field has another label than it used to have. */
    public volatile boolean renamedLabel;
    /** How many milliseconds a slow page of the portal takes. */
    public volatile int slowPages;
    /** Which share of the portal's pages is slow, where any is. */
    public volatile double slowShare = 1;
    /** Which share of the portal's pages is an error of the server. */
    public volatile double serverErrors;
    /** Which share of the portal's pages finds its session expired. */
    public volatile double expiredSessions;
    /** Which share of the mails is sent twice. */
    public volatile double mailTwice;
    /** What it is all drawn with. */
    public volatile long seed = 1;
    /** Whether the next page finds its session expired; true only once. */
    public volatile boolean expiredSession;
    /** How many milliseconds a mail takes. */
    public volatile int mailDelay;
    /** Which share of the mails takes that long. */
    public volatile double lateMails = 1;
    /** Whether the portal shows only a page on maintenance. */
    public volatile boolean maintenance;
    /** For which share of the pages maintenance begins by itself, for two seconds. */
    public volatile double maintenances;
    /** How the path of the pages ends that first ask their reader to prove that they are human; null means none. */
    public volatile String captchaAt;
    /** Whether the API hangs up instead of answering. */
    public volatile boolean apiDropsConnection;
    /** Which share of the API's calls gets no answer after the bank has acted. */
    public volatile double lostCalls;
    /** How the path of a form or call ends whose next answer is lost after the bank has acted, once; null means none. */
    public volatile String loseAnswerTo;

    @JsonIgnore
    private Random dice = new Random(1);
    @JsonIgnore
    private long diceSeed = 1;

    /** What a bank does by itself in the demo. */
    static Mischief low(long seed) {
        var mischief = new Mischief();
        mischief.seed = seed;
        mischief.serverErrors = 0.02;
        mischief.slowPages = 1200;
        mischief.slowShare = 0.04;
        mischief.expiredSessions = 0.01;
        mischief.mailTwice = 0.1;
        mischief.mailDelay = 3000;
        mischief.lateMails = 0.2;
        mischief.maintenances = 0.005;
        mischief.lostCalls = 0.03;
        return mischief;
    }

    /** What a bank does wrong by itself with this seed, in one line. */
    public static String described(long seed) {
        var low = low(seed);
        return String.format("seed %d: %.0f %% of pages fail, %.0f %% take %.1f s, %.0f %% find their session expired, %.1f %% find maintenance; "
                + "%.0f %% of API calls get no answer; "
                + "%.0f %% of mails come twice, %.0f %% come %d s late", seed, low.serverErrors * 100, low.slowShare * 100,
                low.slowPages / 1000.0, low.expiredSessions * 100, low.maintenances * 100, low.lostCalls * 100, low.mailTwice * 100, low.lateMails * 100,
                low.mailDelay / 1000);
    }

    /** Draws whether something that happens with this share happens now. */
    public synchronized boolean happens(double share) {
        if (diceSeed != seed) {
            diceSeed = seed;
            dice = new Random(seed);
        }
        return share > 0 && (share >= 1 || dice.nextDouble() < share);
    }

    /** Whether the answer to this path is to be lost, which it then is only once. */
    synchronized boolean losesAnswerTo(String path) {
        var lost = loseAnswerTo;
        if (lost != null && path.endsWith(lost)) {
            loseAnswerTo = null;
            return true;
        }
        return false;
    }
}
