package io.portolan.adoption;

import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.registration.Adoption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Takes in registrations that exist at banks; each goes straight to the legs that prove access. */
@Component
public class AdoptRegistrations {

    private final CheckLines check;
    private final TakeIn takeIn;
    private final BeginProofs proofs;
    private final Journal journal;

    AdoptRegistrations(CheckLines check, TakeIn takeIn, BeginProofs proofs, Journal journal) {
        this.check = check;
        this.takeIn = takeIn;
        this.proofs = proofs;
        this.journal = journal;
    }

    /** Says what taking this file in would do, and does nothing; throws {@link NotTaken} with all that is wrong with it. */
    public Taken look(byte[] file) {
        return taken(checked(file), Map.of(), true);
    }

    /**
     * Takes in all registrations of a file, or none: {@link NotTaken} with all that is wrong. What was taken in by the same words before stays
     * as it is. The proofs begin soon after.
     */
    public Taken file(byte[] file, String actor) {
        var lines = checked(file);
        var fresh = lines.stream().filter(line -> line.there == null).toList();
        var ids = takeIn.all(lines, actor, () -> {
            if (!fresh.isEmpty()) {
                journal.write(Act.by(actor, Act.HOUSE, "registrations-imported", fresh.size() + " of " + lines.size() + " registrations of a file were taken in, of "
                        + named(fresh.stream().map(line -> line.opening.tpp()).collect(Collectors.toSet()), 5) + ", at "
                        + named(fresh.stream().map(line -> line.opening.bank()).collect(Collectors.toSet()), 20)));
            }
        });
        return taken(lines, ids, false);
    }

    private static String named(Set<String> names, int most) {
        return names.stream().sorted().limit(most).collect(Collectors.joining(", ")) + (names.size() > most ? " and " + (names.size() - most) + " more" : "");
    }

    /**
     * Takes one in and begins its proof at once, where it can begin.
     *
     * @throws NotTaken with all that is wrong, also where it is there already
     */
    public Taken.Item one(Told told, String actor) {
        var findings = new Findings();
        var lines = check.check(List.of(told), findings);
        var line = lines.get(0);
        if (line.there != null && findings.isEmpty()) {
            line.wrong(null, line.there.standing().isHeld() ? "already-registered" : "already-in-progress",
                    "There is a registration already, " + line.there.id() + ".", null);
        }
        if (!findings.isEmpty()) {
            throw NotTaken.one(findings.all(), about(line));
        }
        var ids = takeIn.all(lines, actor, () -> { });
        proofs.begin(ids.get(line));
        return taken(lines, ids, false).items().get(0);
    }

    private static Map<String, String> about(Line line) {
        var there = line.there == null ? line.inTheWay : line.there;
        return there == null ? Map.of() : Map.of("registration", there.id());
    }

    private List<Line> checked(byte[] file) {
        var read = CsvFile.read(file);
        var lines = check.check(read.told(), read.findings());
        if (!read.findings().isEmpty()) {
            throw NotTaken.file(read.findings().all());
        }
        return lines;
    }

    private static Taken taken(List<Line> lines, Map<Line, String> ids, boolean isTried) {
        return new Taken(isTried, lines.stream().filter(line -> line.bringsAccount).count(), lines.stream().map(line -> line.there == null
                ? new Taken.Item(line.told.line(), Taken.Outcome.TAKEN, ids.get(line), line.opening, line.proof, line.proofNote, List.copyOf(line.notes))
                : new Taken.Item(line.told.line(), Taken.Outcome.THERE, line.there.id(), line.opening, Adoption.Proof.LATER, null, List.copyOf(line.notes))).toList());
    }
}
