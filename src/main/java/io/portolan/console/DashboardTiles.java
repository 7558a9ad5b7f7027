package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.onboarding.Onboarding.Status;
import io.portolan.overview.Snapshot;
import io.portolan.playbook.Environment;
import java.util.List;

/** The figures of one kind of environments, each with the list behind it. */
record DashboardTiles(String kind, String heading, List<Tile> tiles) {

    /** A figure; one that is nothing is quiet. */
    record Tile(String label, long number, String tone, String href) { }

    static DashboardTiles of(Snapshot.Figures figures, String tpp) {
        var kind = Wording.word(figures.kind());
        var isLive = figures.kind() == Environment.Kind.LIVE;
        var registrations = Address.of("/registrations").with("kind", kind).with("tpp", tpp);
        return new DashboardTiles(kind, isLive ? say("dashboard.live-environments") : say("dashboard.test-environments"), List.of(
                tile(isLive ? say("dashboard.live") : say("dashboard.active"), figures.active(), "done", registrations.with("standing", "active")),
                tile(say("dashboard.degraded"), figures.degraded(), "rejected", registrations.with("health", "degraded")),
                tile(Status.WAITING_FOR_US, figures.waitingForUs(), kind, tpp), tile(Status.WAITING_FOR_BANK, figures.waitingForBank(), kind, tpp),
                tile(Status.WAITING_FOR_OTHER, figures.waitingForOther(), kind, tpp), tile(Status.REJECTED, say("dashboard.rejected-for-good"), figures.rejected(), kind, tpp)));
    }

    private static Tile tile(Status status, long number, String kind, String tpp) {
        return tile(status, BadgeView.of(status).label(), number, kind, tpp);
    }

    private static Tile tile(Status status, String label, long number, String kind, String tpp) {
        var badge = BadgeView.of(status);
        return tile(label, number, badge.tone(), Address.of("/onboardings").with("status", badge.word()).with("kind", kind).with("tpp", tpp));
    }

    private static Tile tile(String label, long number, String tone, Address list) {
        return new Tile(label, number, number == 0 ? "quiet" : tone, list.written());
    }
}
