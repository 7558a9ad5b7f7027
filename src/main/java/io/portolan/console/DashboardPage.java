package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.access.Actors;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.onboarding.UnderWay;
import io.portolan.overview.Dashboard;
import io.portolan.overview.Snapshot;
import io.portolan.tpp.Tpps;
import io.portolan.worklist.TaskGroups;
import io.portolan.worklist.TasksOfToday;
import io.portolan.worklist.WorklistSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How all of it stands, at a glance; the first page. */
@Controller
class DashboardPage {

    private static final int TASKS = 8;

    private final Dashboard dashboard;
    private final TasksOfToday today;
    private final TaskGroups groups;
    private final WorklistSettings settings;
    private final Tpps tpps;
    private final Catalogue catalogue;
    private final Actors actors;
    private final Clock clock;

    DashboardPage(Dashboard dashboard, TasksOfToday today, TaskGroups groups, WorklistSettings settings, Tpps tpps, Catalogue catalogue, Actors actors, Clock clock) {
        this.dashboard = dashboard;
        this.today = today;
        this.groups = groups;
        this.settings = settings;
        this.tpps = tpps;
        this.catalogue = catalogue;
        this.actors = actors;
        this.clock = clock;
    }

    /** A TPP to choose. */
    record Choice(String id, String name) { }

    /** Something to see to beside the tasks, with the list of it. */
    record Notice(String text, String href) { }

    /** What somebody is to see to today; {@code isOfNoGroup} where no task can come to them but by name. */
    record TodayView(List<TaskView> tasks, long number, String all, boolean isOfNoGroup, List<Notice> notices) {

        /** How many tasks, as far as they were counted. */
        public String shown() {
            return Counted.shown(number);
        }
    }

    /** An onboarding that waits: since when, and by when the bank has promised to move. */
    record WaitLine(String onboarding, String bank, String environment, BadgeView status, TimeView since, TimeView promise) { }

    /** What waits longest, and what was not kept; with the lists behind. */
    record WaitsView(List<WaitLine> longest, String all, List<WaitLine> broken, long brokenNumber, String allBroken) { }

    /** What ends soon, with the lists behind. */
    record EndsView(List<EndLine> lines, long days, int certificates, String allCertificates, long registrations, String allRegistrations) { }

    @GetMapping("/")
    String show(@RequestParam(required = false) String tpp, Model model) {
        var now = clock.instant();
        var of = Given.text(tpp);
        var snapshot = dashboard.of(of);
        model.addAttribute("tpps", tpps.all().stream().map(each -> new Choice(each.id(), each.profile().legalName())).toList());
        model.addAttribute("tpp", of);
        model.addAttribute("counted", TimeView.of(snapshot.at(), now));
        model.addAttribute("steps", snapshot.firstSteps());
        model.addAttribute("kinds", snapshot.figures().stream().map(figures -> DashboardTiles.of(figures, of)).toList());
        model.addAttribute("lastDay", lastDay(snapshot.lastDay(), of));
        model.addAttribute("today", today(snapshot, of, now));
        model.addAttribute("waits", waits(snapshot.waits(), of, now));
        model.addAttribute("matrix", StageMatrix.of(snapshot.cells(), of, catalogue::bankName, now));
        model.addAttribute("banks", snapshot.banks());
        model.addAttribute("allBanks", Address.of("/onboardings").with("open", "true").with("tpp", of).written());
        model.addAttribute("ends", ends(snapshot.ends(), of, now));
        model.addAttribute("days", Dashboard.BACK.toDays());
        model.addAttribute("stages", stages(snapshot.times(), of));
        model.addAttribute("banksTook", banks(snapshot.times(), of));
        return "dashboard";
    }

    private static List<Notice> lastDay(Snapshot.LastDay day, String tpp) {
        return Stream.of(Status.DONE, Status.REJECTED, Status.FAILED, Status.WITHDRAWN).filter(status -> day.number(status) > 0)
                .map(status -> new Notice(day.number(status) + " " + BadgeView.of(status).label().toLowerCase(Locale.ROOT),
                        Address.of("/onboardings").with("status", BadgeView.of(status).word()).with("tpp", tpp).with("days", Dashboard.DAY.toDays()).written())).toList();
    }

    private TodayView today(Snapshot snapshot, String tpp, Instant now) {
        var me = actors.current().name();
        var notices = new ArrayList<Notice>();
        long degraded = snapshot.figures().stream().mapToLong(Snapshot.Figures::degraded).sum();
        notice(notices, degraded, say("dashboard.registration-does-not-work-as"), say("dashboard.registrations-do-not-work-as"),
                Address.of("/registrations").with("health", "degraded").with("tpp", tpp).written());
        notice(notices, snapshot.mails(), say("dashboard.mail-of-which-nobody-knows"), say("dashboard.mails-of-which-nobody-knows"), Address.of("/mails").with("tpp", tpp).written());
        notice(notices, snapshot.problems(), say("dashboard.problem-in-the-file-of"), say("dashboard.problems-in-files-of-playbooks"), "/banks");
        return new TodayView(today.page(me, tpp, null, TASKS).items().stream()
                .map(task -> TaskView.line(task, catalogue.bankName(task.bank()), me, settings.zone(), now)).toList(), today.count(me, tpp, Counted.MOST),
                Address.of("/tasks").with("show", "today").with("tpp", tpp).written(), groups.of(me).isEmpty(), notices);
    }

    private static void notice(List<Notice> notices, long number, String one, String more, String href) {
        if (number > 0) {
            notices.add(new Notice(number + " " + (number == 1 ? one : more), href));
        }
    }

    private WaitsView waits(Snapshot.Waits waits, String tpp, Instant now) {
        var list = Address.of("/onboardings").with("tpp", tpp);
        return new WaitsView(lines(waits.longest(), now), list.with("status", "waiting-for-bank").written(), lines(waits.brokenPromises(), now), waits.promisesBroken(),
                list.with("promise", "broken").written());
    }

    private List<WaitLine> lines(List<UnderWay.Wait> waits, Instant now) {
        return waits.stream().map(wait -> new WaitLine(wait.onboarding(), catalogue.bankName(wait.bank()), wait.tpp() + ", " + wait.environment(),
                BadgeView.of(wait.status()), TimeView.of(wait.since(), now), TimeView.of(wait.promise(), now))).toList();
    }

    private EndsView ends(Snapshot.Ends ends, String tpp, Instant now) {
        long days = Dashboard.AHEAD.toDays();
        return new EndsView(EndLine.of(ends, catalogue::bankName, now), days, ends.certificates().size(), Address.of("/certificates").with("tpp", tpp).with("ends", days).written(),
                ends.registrations(), Address.of("/registrations").with("tpp", tpp).with("ends", days).written());
    }

    private static SpreadChart stages(Snapshot.Times times, String tpp) {
        return SpreadChart.of(times.stages().stream().map(each -> new SpreadChart.Taken(Wording.of(each.stage()), behind(tpp).with("passed", Wording.word(each.stage())).written(),
                each.spread())).toList());
    }

    private SpreadChart banks(Snapshot.Times times, String tpp) {
        return SpreadChart.of(times.banks().stream().map(each -> new SpreadChart.Taken(catalogue.bankName(each.bank()),
                behind(tpp).with("bank", each.bank()).with("status", "done").written(), each.spread())).toList());
    }

    private static Address behind(String tpp) {
        return Address.of("/onboardings").with("tpp", tpp).with("days", Dashboard.BACK.toDays());
    }
}
