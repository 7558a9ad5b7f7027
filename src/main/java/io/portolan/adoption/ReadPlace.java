package io.portolan.adoption;

import io.portolan.playbook.Nearest;
import io.portolan.playbook.Playbook;
import io.portolan.playbook.Playbooks;
import io.portolan.playbook.Service;
import io.portolan.registration.Opening;
import io.portolan.registration.Registration;
import io.portolan.tpp.TppProfile;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reads which TPP is registered where, and for what. */
@Component
class ReadPlace {

    private static final List<String> SERVICES = Arrays.stream(Service.values()).map(Enum::name).toList();

    private final Playbooks playbooks;
    private final Clock clock;

    ReadPlace(Playbooks playbooks, Clock clock) {
        this.playbooks = playbooks;
        this.clock = clock;
    }

    void read(Line line) {
        var missing = Columns.all().stream().filter(column -> column.required() && line.word(column.name()) == null).toList();
        missing.forEach(column -> line.wrong(column.name(), "missing-values", "There is no value for " + column.name() + ".", column.says()));
        var tpp = line.word(Columns.TPP) == null ? null : line.known.tpp(line.word(Columns.TPP)).orElse(null);
        if (line.word(Columns.TPP) != null && tpp == null) {
            unknown(line, Columns.TPP, "TPP", line.known.tpps());
        }
        var bank = line.word(Columns.BANK) == null ? null : playbooks.current(line.word(Columns.BANK)).map(Playbooks.Versioned::playbook).orElse(null);
        if (line.word(Columns.BANK) != null && bank == null) {
            unknown(line, Columns.BANK, "bank", playbooks.all().stream().map(each -> each.playbook().bank()).toList());
        }
        line.playbook = bank;
        var services = services(line);
        var isPlaced = bank != null && isPlaced(line, bank);
        var application = line.word(Columns.APPLICATION) == null ? TppProfile.MAIN : line.word(Columns.APPLICATION);
        if (tpp != null && !tpp.profile().applications().containsKey(application)) {
            unknown(line, Columns.APPLICATION, application, "application of " + tpp.id(), tpp.profile().applications().keySet());
            return;
        }
        if (tpp != null && isPlaced && !services.isEmpty()) {
            line.branch = line.word(Columns.BRANCH);
            var registersByItself = line.branch != null && bank.branches().get(line.branch).scope() == Playbook.Branch.Scope.REGISTRATION;
            line.opening = new Opening(tpp.id(), bank.bank(), registersByItself ? line.branch : null, line.word(Columns.ENVIRONMENT), application, services,
                    Registration.Method.ADOPTED, null, tpp.profile().madeFor(application));
        }
    }

    private boolean isPlaced(Line line, Playbook bank) {
        var environment = line.word(Columns.ENVIRONMENT);
        if (environment != null && !bank.environments().containsKey(environment)) {
            unknown(line, Columns.ENVIRONMENT, "environment of " + bank.bank(), bank.environments().keySet());
            return false;
        }
        if (line.word(Columns.BRANCH) != null && !bank.branches().containsKey(line.word(Columns.BRANCH))) {
            unknown(line, Columns.BRANCH, "branch of " + bank.bank(), bank.branches().keySet());
            return false;
        }
        return environment != null && isBranchOfRegistration(line, bank);
    }

    /** What is at a branch that has closed since may be there all the same, so that is only told. */
    private boolean isBranchOfRegistration(Line line, Playbook bank) {
        if (line.word(Columns.BRANCH) == null) {
            if (bank.registersByBranchOnly()) {
                line.wrong(Columns.BRANCH, "branch-missing", "Each branch of this bank registers us by itself, so say which.",
                        "One of " + String.join(", ", bank.branches().keySet()) + ".");
            }
            return !bank.registersByBranchOnly();
        }
        var branch = bank.branches().get(line.word(Columns.BRANCH));
        line.isClosed = branch.isClosed(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        if (line.isClosed) {
            line.notes.add("The branch " + branch.name() + " has been closed since " + branch.closesOn() + "; what was registered there is taken in all the same.");
        }
        return true;
    }

    private static Set<Service> services(Line line) {
        var services = EnumSet.noneOf(Service.class);
        var isRight = true;
        for (var word : line.word(Columns.SERVICES) == null ? new String[0] : line.word(Columns.SERVICES).split(Columns.BETWEEN_SERVICES)) {
            var name = word.toUpperCase(Locale.ROOT);
            if (SERVICES.contains(name)) {
                services.add(Service.valueOf(name));
            } else {
                unknown(line, Columns.SERVICES, word, "service", SERVICES);
                isRight = false;
            }
        }
        return isRight ? services : Set.of();
    }

    private static void unknown(Line line, String column, String what, Collection<String> known) {
        unknown(line, column, line.word(column), what, known);
    }

    /** A word that is near no name may be the secret of another column, so it is not repeated. */
    private static void unknown(Line line, String column, String word, String what, Collection<String> known) {
        var nearest = Nearest.to(word, known);
        var shown = nearest == null ? " of that name" : " " + word;
        line.wrong(column, "unknown-" + (column.equals(Columns.SERVICES) ? "service" : column), "There is no " + what + shown + ".",
                nearest != null ? "Did you mean " + nearest + "?" : known.isEmpty() ? "There are none."
                        : known.size() > 12 ? null : "One of " + String.join(", ", known.stream().sorted().toList()) + ".");
    }
}
