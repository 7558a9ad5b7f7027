package io.portolan.simulator.foghorn;

import com.fasterxml.jackson.databind.JsonNode;
import io.portolan.simulator.ClientCertificate;
import io.portolan.simulator.Pending;
import io.portolan.simulator.Product;
import io.portolan.simulator.Sessions;
import io.portolan.simulator.SimulatedBank;
import io.portolan.simulator.Status;
import io.portolan.simulator.Visit;
import io.portolan.simulator.World;
import io.portolan.simulator.foghorn.FoghornBooks.Application;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Foghorn Bank looks at an organisation before it may have applications, and at each enrolment, which is signed with the QSealC. It
 * rejects the first enrolment with a reason, grants account information but no payments, and lets a client in from its next working day on.
 */
public final class FoghornBank extends SimulatedBank<FoghornBooks> {

    static final String REASON = "The redirect URI was not confirmed by your responsible manager. Please confirm it and enrol again.";
    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
    private static final LocalTime OPENS = LocalTime.of(6, 0);

    private final FoghornPortal portal;
    private final FoghornApi enrolments;

    /** The bank of this world. */
    public FoghornBank(World world) {
        super("xx-foghorn", "Foghorn Bank", world, FoghornBooks::new);
        portal = new FoghornPortal(this);
        enrolments = new FoghornApi(this, world.authority().certificate());
    }

    @Override
    protected void portal(Visit visit, Sessions.Session session) {
        if (portal.answers(visit, session)) {
            return;
        }
        switch (visit.method() + " " + visit.path()) {
            case "GET /applications" -> portal.showApplications(visit, session);
            case "POST /applications" -> portal.create(visit, session);
            case "POST /applications/subscription" -> portal.subscribe(visit, session);
            default -> super.portal(visit, session);
        }
    }

    @Override
    protected void api(Visit visit, ClientCertificate certificate) {
        switch (visit.method() + " " + visit.path()) {
            case "POST /token", "GET /v1/accounts" -> super.api(visit, certificate);
            default -> enrolments.answer(visit, certificate);
        }
    }

    /** {@code POST /effective} lets in at once what is approved. */
    @Override
    protected void control(String control, JsonNode asked, Visit visit) {
        if (control.equals("POST /effective")) {
            books.note(all -> all.clients.stream().filter(application -> application.status == Status.ACTIVE)
                    .forEach(application -> application.effective = true));
            visit.json(200, Map.of());
        }
    }

    @Override
    protected void routine() {
        var due = books.read(all -> all.clients.stream().filter(application -> application.status == Status.ACTIVE
                && !application.effective && !application.effectiveFrom.isAfter(clock.instant())).toList());
        if (!due.isEmpty()) {
            books.note(all -> due.forEach(application -> application.effective = true));
        }
    }

    @Override
    protected List<? extends Pending> pending() {
        return Stream.concat(pending(all -> all.accounts, (all, organisation) -> { }, (all, organisation) -> { }).stream(),
                pending(all -> all.clients, (all, application) -> approved(application), (all, application) -> { }).stream()).toList();
    }

    /** The first enrolment is rejected, whatever the clerk says. */
    private void approved(Application application) {
        if (application.enrolments == 1) {
            application.status = Status.REJECTED;
            application.reason = REASON;
            return;
        }
        application.products.addAll(application.subscribed);
        application.products.remove(Product.PIS);
        application.reason = application.subscribed.contains(Product.PIS) ? "We do not open payments to new clients this quarter." : null;
        application.effectiveFrom = nextWorkingDay();
    }

    private Instant nextWorkingDay() {
        var day = clock.instant().atZone(ZONE).toLocalDate().plusDays(1);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        return day.atTime(OPENS).atZone(ZONE).toInstant();
    }
}
