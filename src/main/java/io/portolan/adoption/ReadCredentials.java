package io.portolan.adoption;

import io.portolan.adoption.Line.Brought;
import io.portolan.onboarding.ProofNeeds;
import io.portolan.playbook.Capture;
import io.portolan.playbook.CredentialKind;
import io.portolan.playbook.Nearest;
import io.portolan.refusal.Refused;
import io.portolan.registration.Adoption;
import io.portolan.worklist.WorklistSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads the credentials that are brought along, by the names that the bank's playbook gives them, and whether they are enough to prove access. */
@Component
class ReadCredentials {

    private final ProofNeeds needs;
    private final WorklistSettings settings;
    private final Clock clock;

    ReadCredentials(ProofNeeds needs, WorklistSettings settings, Clock clock) {
        this.settings = settings;
        this.needs = needs;
        this.clock = clock;
    }

    void read(Line line) {
        var known = line.opening == null ? Map.<String, Capture>of() : captures(line);
        var brought = new ArrayList<Brought>();
        line.told.words().forEach((column, value) -> {
            if (Columns.isCredential(column) && !column.endsWith(Columns.EXPIRES)) {
                var name = name(line, column, known);
                if (brought.stream().anyMatch(other -> other.name().equals(name))) {
                    line.wrong(column, "invalid-values", "The bank has one " + name + ", and there are two.", "Leave one of them.");
                }
                brought.add(credential(line, column, name, value, known.get(name)));
            }
        });
        line.told.words().keySet().stream().filter(column -> column.endsWith(Columns.EXPIRES))
                .filter(column -> line.word(column.substring(0, column.length() - Columns.EXPIRES.length())) == null)
                .forEach(column -> line.wrong(column, "invalid-values", "Something expires that is not there.", "Take the day out, or bring the credential along."));
        line.credentials = List.copyOf(brought);
        proof(line);
    }

    private static Map<String, Capture> captures(Line line) {
        var captures = new LinkedHashMap<String, Capture>();
        line.playbook.environments().get(line.opening.environment()).routes().forEach(route -> route.legs().forEach(leg -> captures.putAll(leg.captures())));
        return captures;
    }

    private Brought credential(Line line, String column, String name, String value, Capture capture) {
        if (value.chars().anyMatch(each -> each < ' ' && each != '\n' && each != '\r' && each != '\t')) {
            line.wrong(column, "invalid-values", "This holds characters that nobody sees.", "Copy it anew.");
        }
        var kind = capture == null ? CredentialKind.named(name) : capture.credential(name);
        var usual = kind == CredentialKind.NONE ? CredentialKind.OTHER : kind;
        return new Brought(column, name, usual, capture == null ? usual.isUsuallySecret() || usual == CredentialKind.OTHER : capture.secret() || usual.isUsuallySecret(),
                value, expires(line, column + Columns.EXPIRES));
    }

    private Instant expires(Line line, String column) {
        if (line.word(column) == null) {
            return null;
        }
        try {
            var at = settings.endOfLast(LocalDate.parse(line.word(column)));
            if (!at.isAfter(clock.instant())) {
                line.wrong(column, "invalid-values", "This credential has expired.", "Get a new one, or leave it out.");
            }
            return at;
        } catch (DateTimeParseException e) {
            line.wrong(column, "invalid-values", "This is no date.", "A date such as 2027-11-22.");
            return null;
        }
    }

    /** The name that the playbook has for what stands in this column. */
    private static String name(Line line, String column, Map<String, Capture> known) {
        if (column.startsWith(Columns.CREDENTIAL)) {
            var name = column.substring(Columns.CREDENTIAL.length());
            if (line.opening != null && !known.containsKey(name)) {
                var nearest = Nearest.to(name, known.keySet());
                line.wrong(column, "unknown-credential", line.opening.bank() + " has no " + name + ".", nearest != null ? "Did you mean " + nearest + "?"
                        : known.isEmpty() ? "It hands nothing out." : "It has " + String.join(", ", known.keySet()) + ".");
            }
            return name;
        }
        var kind = CredentialKind.named(column);
        var same = known.entrySet().stream().filter(each -> each.getValue().credential(each.getKey()) == kind).map(Map.Entry::getKey).distinct().toList();
        if (known.containsKey(column) || line.opening == null) {
            return column;
        }
        if (same.size() > 1) {
            line.wrong(column, "unknown-credential", line.opening.bank() + " has more than one " + column + ".", "Name it: "
                    + same.stream().map(name -> Columns.CREDENTIAL + name).collect(Collectors.joining(" or ")) + ".");
        } else if (same.isEmpty()) {
            line.notes.add("No leg of " + line.opening.bank() + " brings a " + column + "; it is kept all the same.");
        }
        return same.size() == 1 ? same.get(0) : column;
    }

    private void proof(Line line) {
        var word = line.word(Columns.PROVE);
        if (word != null && !word.equalsIgnoreCase("yes") && !word.equalsIgnoreCase("no")) {
            line.wrong(Columns.PROVE, "invalid-values", "This is neither yes nor no.", "yes or no.");
        }
        if ("no".equalsIgnoreCase(word)) {
            later(line, null);
        } else if (line.isClosed) {
            later(line, "No onboarding begins at a branch that is closed.");
        } else if (line.opening != null) {
            try {
                var opening = line.opening;
                needs.missing(line.known.tpp(opening.tpp()).orElseThrow(), opening.bank(), line.branch, opening.environment(), opening.application(), opening.services(),
                        line.credentials.stream().map(Brought::name).collect(Collectors.toSet())).ifPresentOrElse(missing -> {
                            if (!missing.isEmpty()) {
                                later(line, "Its proof needs " + String.join(", ", missing) + ": hand that in at the registration, then verify it.");
                            }
                        }, () -> later(line, "No leg proves access for these services."));
            } catch (Refused cannotBeProven) {
                line.wrong(cannotBeProven.code().equals("unknown-route") ? Columns.ENVIRONMENT : null, cannotBeProven.code(), cannotBeProven.getMessage(), null);
            }
        }
    }

    private static void later(Line line, String why) {
        line.proof = Adoption.Proof.LATER;
        line.proofNote = why;
    }
}
