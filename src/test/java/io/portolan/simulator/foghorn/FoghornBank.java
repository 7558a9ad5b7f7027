package io.portolan.simulator.foghorn;

import com.fasterxml.jackson.databind.JsonNode;
import io.portolan.simulator.AccountsEndpoint;
import io.portolan.simulator.ClientCertificate;
import io.portolan.simulator.Pending;
import io.portolan.simulator.Product;
import io.portolan.simulator.Sessions;
import io.portolan.simulator.SimulatedBank;
import io.portolan.simulator.TokenEndpoint;
import io.portolan.simulator.Visit;
import io.portolan.simulator.World;
import io.portolan.simulator.foghorn.FoghornBooks.Application;
import io.portolan.simulator.foghorn.FoghornBooks.Organisation;
import io.portolan.simulator.foghorn.FoghornBooks.Status;
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
    private final TokenEndpoint token;
    private final AccountsEndpoint accounts;

    /** The bank of this world. */
    public FoghornBank(World world) {
        super("xx-foghorn", "Foghorn Bank", world, FoghornBooks::new);
        portal = new FoghornPortal(pages, books, secrets, sessions, clock);
        enrolments = new FoghornApi(books, secrets, world.authority().certificate(), clock);
        token = new TokenEndpoint(id -> books.read(all -> all.client(id)), (client, organisation) -> { }, true, tokens, secrets);
        accounts = new AccountsEndpoint(id -> books.read(all -> all.client(id)), tokens, clock);
    }

    @Override
    protected boolean isInside(String path) {
        return path.startsWith("/applications");
    }

    @Override
    protected void portal(Visit visit, Sessions.Session session) {
        portal.answer(visit, session);
    }

    @Override
    protected void api(Visit visit, ClientCertificate certificate) {
        switch (visit.method() + " " + visit.path()) {
            case "POST /token" -> token.answer(visit, certificate);
            case "GET /v1/accounts" -> accounts.answer(visit, certificate);
            default -> enrolments.answer(visit, certificate);
        }
    }

    /** {@code POST /effective} lets in at once what is approved. */
    @Override
    protected void control(String control, JsonNode asked, Visit visit) {
        if (control.equals("POST /effective")) {
            books.note(all -> all.applications.stream().filter(application -> application.status == Status.APPROVED)
                    .forEach(application -> application.effective = true));
            visit.json(200, Map.of());
        }
    }

    @Override
    protected void routine() {
        var due = books.read(all -> all.applications.stream().filter(application -> application.status == Status.APPROVED
                && !application.effective && !application.effectiveFrom.isAfter(clock.instant())).toList());
        if (!due.isEmpty()) {
            books.note(all -> due.forEach(application -> application.effective = true));
        }
    }

    @Override
    protected List<? extends Pending> pending() {
        return books.read(all -> Stream.concat(
                all.organisations.stream().filter(organisation -> organisation.status == Status.PENDING).map(OfOrganisation::new),
                all.applications.stream().filter(application -> application.status == Status.PENDING).map(OfEnrolment::new)).toList());
    }

    @Override
    protected Map<String, Integer> counts() {
        return books.read(all -> Map.of("accounts", all.organisations.size(), "applications", all.applications.size(), "subscriptions",
                all.applications.stream().mapToInt(application -> application.subscribed.size()).sum(), "enrolments",
                all.applications.stream().mapToInt(application -> application.enrolments).sum()));
    }

    @Override
    protected List<Map<String, Object>> applications() {
        return books.read(all -> all.applications.stream().map(application -> Map.<String, Object>of("number", application.number,
                "name", application.name, "owner", application.owner, "status", String.valueOf(application.status),
                "products", List.copyOf(application.granted), "held", application.held)).toList());
    }

    private Instant nextWorkingDay() {
        var day = clock.instant().atZone(ZONE).toLocalDate().plusDays(1);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        return day.atTime(OPENS).atZone(ZONE).toInstant();
    }

    /** What the clerk decides of an organisation. */
    private final class OfOrganisation implements Pending {

        private final Organisation organisation;

        private OfOrganisation(Organisation organisation) {
            this.organisation = organisation;
        }

        @Override
        public String number() {
            return organisation.eMail;
        }

        @Override
        public Instant since() {
            return organisation.since;
        }

        @Override
        public boolean isHeld() {
            return organisation.held;
        }

        @Override
        public void hold(boolean held) {
            books.note(all -> organisation.held = held);
        }

        @Override
        public void approve() {
            books.note(all -> organisation.status = Status.APPROVED);
        }

        @Override
        public void reject(String reason) {
            books.note(all -> organisation.status = Status.REJECTED);
        }
    }

    /** What the clerk decides of an enrolment: the first is rejected, whatever it is. */
    private final class OfEnrolment implements Pending {

        private final Application application;

        private OfEnrolment(Application application) {
            this.application = application;
        }

        @Override
        public String number() {
            return application.number;
        }

        @Override
        public Instant since() {
            return application.since;
        }

        @Override
        public boolean isHeld() {
            return application.held;
        }

        @Override
        public void hold(boolean held) {
            books.note(all -> application.held = held);
        }

        @Override
        public void approve() {
            if (application.enrolments == 1) {
                reject(REASON);
                return;
            }
            books.note(all -> {
                application.status = Status.APPROVED;
                application.granted.addAll(application.subscribed);
                application.granted.remove(Product.PIS);
                application.reason = application.subscribed.contains(Product.PIS) ? "We do not open payments to new clients this quarter." : null;
                application.effectiveFrom = nextWorkingDay();
            });
        }

        @Override
        public void reject(String reason) {
            books.note(all -> {
                application.status = Status.REJECTED;
                application.reason = reason;
            });
        }
    }
}
