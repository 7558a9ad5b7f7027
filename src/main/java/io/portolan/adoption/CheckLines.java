package io.portolan.adoption;

import io.portolan.certificate.Certificates;
import io.portolan.certificate.Choices;
import io.portolan.registration.Registrations;
import io.portolan.tpp.Tpps;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.springframework.stereotype.Component;

/** Checks all that is told before anything is taken in: each registration by itself, against the others, and against what is there. */
@Component
class CheckLines {

    private final FindThere there;
    private final ReadPlace place;
    private final ReadOrigin origin;
    private final ReadCredentials credentials;
    private final ReadAccount account;
    private final Tpps tpps;
    private final Certificates certificates;
    private final Choices choices;
    private final Registrations registrations;

    CheckLines(FindThere there, ReadPlace place, ReadOrigin origin, ReadCredentials credentials, ReadAccount account, Tpps tpps, Certificates certificates,
            Choices choices, Registrations registrations) {
        this.there = there;
        this.place = place;
        this.origin = origin;
        this.credentials = credentials;
        this.account = account;
        this.tpps = tpps;
        this.certificates = certificates;
        this.choices = choices;
        this.registrations = registrations;
    }

    List<Line> check(List<Told> told, Findings findings) {
        var known = new Known(tpps, certificates, choices, registrations);
        var lines = new ArrayList<Line>();
        var byKey = new HashMap<String, Line>();
        var chosen = new HashMap<String, Line>();
        for (var each : told) {
            if (findings.isFull()) {
                break;
            }
            var line = new Line(each, findings, known);
            lines.add(line);
            read(line);
            if (line.opening != null) {
                var first = byKey.putIfAbsent(line.key(), line);
                if (first != null) {
                    line.wrong(null, "duplicate", "This is the registration of line " + first.told.line() + " once more.", "Leave one of them.");
                }
                agree(line, chosen);
            }
        }
        account.together(lines);
        return lines;
    }

    private void read(Line line) {
        there.bySameWords(line);
        if (line.there == null) {
            place.read(line);
            if (line.opening == null || !there.otherwise(line)) {
                origin.read(line);
                credentials.read(line);
            }
        }
        account.read(line);
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
}
