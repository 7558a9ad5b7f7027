package io.portolan.adoption;

import io.portolan.playbook.CredentialKind;
import io.portolan.playbook.Service;
import io.portolan.registration.Adoption;
import io.portolan.registration.Adoptions;
import io.portolan.registration.Credential;
import io.portolan.registration.Credentials;
import io.portolan.registration.Opening;
import io.portolan.registration.Registration;
import io.portolan.tpp.TppProfile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds what was taken in before. Words are compared with words, since certificates, playbooks and branches may be others by now. */
@Component
class FindThere {

    private final Adoptions adoptions;
    private final Credentials credentials;

    FindThere(Adoptions adoptions, Credentials credentials) {
        this.adoptions = adoptions;
        this.credentials = credentials;
    }

    /** Looks whether this line was taken in by the same words, and notes what of it is not compared. */
    void bySameWords(Line line) {
        if (line.word(Columns.TPP) == null || line.word(Columns.BANK) == null || line.word(Columns.ENVIRONMENT) == null) {
            return;
        }
        var branch = line.word(Columns.BRANCH);
        var found = Stream.of(Optional.ofNullable(branch), Optional.<String>empty()).distinct().flatMap(each -> standing(line, each.orElse(null)).stream())
                .filter(there -> adoptions.of(there.id()).filter(adoption -> differing(line, there, adoption.origin()).isEmpty()).isPresent()).findFirst();
        found.ifPresent(there -> {
            line.there = there;
            line.branch = branch;
            line.opening = new Opening(there.tpp(), there.bank(), there.branch(), there.environment(), there.application(), there.asked(), Registration.Method.ADOPTED,
                    null, there.madeFor());
            secrets(line, there);
        });
    }

    private static Optional<Registration> standing(Line line, String branch) {
        var application = line.word(Columns.APPLICATION);
        return line.known.standing(line.word(Columns.TPP), line.word(Columns.BANK), branch, line.word(Columns.ENVIRONMENT), application == null ? TppProfile.MAIN : application);
    }

    private void secrets(Line line, Registration there) {
        var columns = line.told.words().keySet().stream().filter(Columns::isCredential).toList();
        var kept = columns.isEmpty() ? List.<Credential>of() : credentials.of(there.id());
        var secret = columns.stream().filter(column -> kept.stream().anyMatch(each -> each.secret() && isIn(column, each))).toList();
        if (!secret.isEmpty()) {
            line.notes.add("What is kept of " + String.join(", ", secret) + " stays; what stands here was not compared with it.");
        }
    }

    /** Says what is there where something else is told; gives whether anything is. */
    boolean otherwise(Line line) {
        var there = standing(line, line.opening.branch()).orElse(null);
        if (there == null) {
            return false;
        }
        line.inTheWay = there;
        var isHeld = there.standing().isHeld();
        var code = isHeld ? "already-registered" : "already-in-progress";
        adoptions.of(there.id()).ifPresentOrElse(adoption -> {
            var differing = differing(line, there, adoption.origin());
            line.wrong(differing.isEmpty() ? null : differing.get(0), code, "This was taken in already, " + there.id() + ", and " + String.join(", ", differing)
                    + (differing.size() == 1 ? " was" : " were") + " told otherwise then.", "Change it at the registration.");
        }, () -> line.wrong(null, code, "There is a registration already, " + there.id() + ".", isHeld ? "Nothing has to be taken in." : "End its onboarding first."));
        return true;
    }

    /** The columns in which a line says something else than what was taken in; secrets are not compared. */
    private List<String> differing(Line line, Registration there, Adoption.Origin before) {
        var differing = new ArrayList<String>();
        var means = before.means() == null ? null : before.means().name();
        differs(differing, line, Columns.BRANCH, line.word(Columns.BRANCH), before.branch() == null ? there.branch() : before.branch());
        if (!services(line).allMatch(name -> there.asked().stream().map(Service::name).anyMatch(name::equals))) {
            differing.add(Columns.SERVICES);
        }
        differs(differing, line, Columns.REGISTERED_ON, line.word(Columns.REGISTERED_ON), Objects.toString(before.registeredOn(), null));
        differs(differing, line, Columns.LIVE_SINCE, line.word(Columns.LIVE_SINCE), Objects.toString(before.liveSince(), null));
        differs(differing, line, Columns.MEANS, line.word(Columns.MEANS) == null ? null : ReadOrigin.means(line.word(Columns.MEANS)), means);
        differs(differing, line, Columns.MADE_BY, line.word(Columns.MADE_BY), before.madeBy());
        if (!isMadeWith(line, before.certificates())) {
            differing.add(Columns.CERTIFICATES);
        }
        if (line.word(Columns.REDIRECT_URIS) != null && !new HashSet<>(before.redirectUris()).containsAll(List.of(line.word(Columns.REDIRECT_URIS).split(Columns.BETWEEN)))) {
            differing.add(Columns.REDIRECT_URIS);
        }
        credentials(line, there).forEach(differing::add);
        return differing;
    }

    private static Stream<String> services(Line line) {
        return line.word(Columns.SERVICES) == null ? Stream.empty() : Stream.of(line.word(Columns.SERVICES).split(Columns.BETWEEN_SERVICES)).map(word -> word.toUpperCase(Locale.ROOT));
    }

    private static void differs(List<String> differing, Line line, String column, String now, String before) {
        if (line.word(column) != null && !Objects.equals(now, before)) {
            differing.add(column);
        }
    }

    private boolean isMadeWith(Line line, List<String> ids) {
        if (line.word(Columns.CERTIFICATES) == null) {
            return true;
        }
        var with = line.known.certificates(line.word(Columns.TPP)).stream().filter(each -> ids.contains(each.id())).toList();
        return Stream.of(line.word(Columns.CERTIFICATES).split(Columns.BETWEEN)).allMatch(word -> with.stream().anyMatch(each -> ReadOrigin.isNamed(each, word)));
    }

    /** The columns of credentials that were not brought along then, or with another value; one that was replaced since tells nothing. */
    private Stream<String> credentials(Line line, Registration there) {
        var brought = line.told.words().keySet().stream().filter(Columns::isCredential).filter(column -> !column.endsWith(Columns.EXPIRES)).toList();
        var kept = brought.isEmpty() ? List.<Credential>of() : credentials.of(there.id());
        return brought.stream().filter(column -> {
            var same = kept.stream().filter(each -> isIn(column, each)).toList();
            return same.isEmpty() || same.size() == 1 && !same.get(0).secret()
                    && credentials.source(there.id(), same.get(0).name()).filter(source -> !line.word(column).equals(source.value())).isPresent();
        });
    }

    private static boolean isIn(String column, Credential kept) {
        return Columns.ofCredential(kept.name()).equals(column) || (Columns.CREDENTIAL + kept.name()).equals(column)
                || kept.kind() != CredentialKind.OTHER && CredentialKind.named(column) == kept.kind();
    }
}
