package io.portolan.adoption;

import io.portolan.adoption.Line.Brought;
import io.portolan.registration.Adoption;
import io.portolan.registration.Adoptions;
import io.portolan.registration.Credential;
import io.portolan.registration.Credentials;
import io.portolan.registration.Registration;
import io.portolan.registration.Registrations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Checks all that is told before anything is taken in: each registration by itself, against the others, and against what is there. */
@Component
class CheckLines {

    private final ReadPlace place;
    private final ReadOrigin origin;
    private final ReadCredentials credentials;
    private final ReadAccount account;
    private final Registrations registrations;
    private final Adoptions adoptions;
    private final Credentials kept;

    CheckLines(ReadPlace place, ReadOrigin origin, ReadCredentials credentials, ReadAccount account, Registrations registrations, Adoptions adoptions,
            Credentials kept) {
        this.place = place;
        this.origin = origin;
        this.credentials = credentials;
        this.account = account;
        this.registrations = registrations;
        this.adoptions = adoptions;
        this.kept = kept;
    }

    List<Line> check(List<Told> told, Findings findings) {
        var lines = new ArrayList<Line>();
        var byKey = new HashMap<String, Line>();
        var chosen = new HashMap<String, Line>();
        for (var each : told) {
            if (findings.isFull()) {
                break;
            }
            var line = new Line(each, findings);
            place.read(line);
            origin.read(line);
            credentials.read(line);
            account.read(line);
            lines.add(line);
            if (line.opening != null) {
                var first = byKey.putIfAbsent(line.key(), line);
                if (first != null) {
                    line.wrong(null, "duplicate", "This is the registration of line " + first.told.line() + " once more.", "Leave one of them.");
                }
                agree(line, chosen);
                standing(line);
            }
        }
        account.together(lines);
        return lines;
    }

    private static void agree(Line line, HashMap<String, Line> chosen) {
        line.certificates.forEach(certificate -> {
            var first = chosen.putIfAbsent(String.join("/", certificate.tpp(), certificate.environment(), certificate.kind().name(), line.opening.bank()), line);
            if (first != null && first.certificates.stream().noneMatch(other -> other.id().equals(certificate.id()))) {
                line.wrong(Columns.CERTIFICATES, "unsuitable-certificate", "Line " + first.told.line() + " has another " + certificate.kind().said()
                        + " for the same bank.", "One is used there at a time.");
            }
        });
    }

    private void standing(Line line) {
        var there = registrations.standing(line.opening).orElse(null);
        if (there == null) {
            return;
        }
        var isHeld = there.standing().isHeld();
        if (there.method() != Registration.Method.ADOPTED) {
            line.wrong(null, isHeld ? "already-registered" : "already-in-progress", "There is a registration already, " + there.id() + ".",
                    isHeld ? "Nothing has to be taken in." : "End its onboarding first.");
            return;
        }
        var differing = differing(line, there);
        if (!differing.isEmpty()) {
            line.wrong(differing.get(0), isHeld ? "already-registered" : "already-in-progress", "This was taken in already, " + there.id() + ", and "
                    + String.join(", ", differing) + (differing.size() == 1 ? " was" : " were") + " told otherwise then.", "Change it at the registration.");
        }
        line.there = there;
    }

    /** The columns in which a line says something else than what was taken in; secrets are not compared. */
    private List<String> differing(Line line, Registration there) {
        var differing = new ArrayList<String>();
        if (!there.asked().containsAll(line.opening.services())) {
            differing.add(Columns.SERVICES);
        }
        adoptions.of(there.id()).map(Adoption::origin).ifPresent(before -> {
            differs(differing, Columns.REGISTERED_ON, line.origin.registeredOn(), before.registeredOn());
            differs(differing, Columns.LIVE_SINCE, line.origin.liveSince(), before.liveSince());
            differs(differing, Columns.MEANS, line.origin.means(), before.means());
            differs(differing, Columns.MADE_BY, line.origin.madeBy(), before.madeBy());
            if (!new HashSet<>(before.certificates()).containsAll(line.origin.certificates())) {
                differing.add(Columns.CERTIFICATES);
            }
            if (!new HashSet<>(before.redirectUris()).containsAll(line.origin.redirectUris())) {
                differing.add(Columns.REDIRECT_URIS);
            }
        });
        var names = kept.of(there.id()).stream().map(Credential::name).collect(Collectors.toSet());
        line.credentials.stream().filter(brought -> !names.contains(brought.name()) || isOther(brought, there)).forEach(brought -> differing.add(brought.column()));
        return differing;
    }

    private boolean isOther(Brought brought, Registration there) {
        return !brought.secret() && kept.source(there.id(), brought.name()).filter(source -> source.value() != null && !source.value().equals(brought.value())).isPresent();
    }

    private static void differs(List<String> differing, String column, Object now, Object before) {
        if (now != null && !Objects.equals(now, before)) {
            differing.add(column);
        }
    }
}
