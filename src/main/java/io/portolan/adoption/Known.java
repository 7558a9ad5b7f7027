package io.portolan.adoption;

import io.portolan.certificate.Certificate;
import io.portolan.certificate.Certificates;
import io.portolan.certificate.Choices;
import io.portolan.registration.Registration;
import io.portolan.registration.Registrations;
import io.portolan.tpp.Tpp;
import io.portolan.tpp.Tpps;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What is known of the TPPs of a file, looked up once for each: the lines of a file are many, and its TPPs few. */
final class Known {

    private Collection<String> allTpps;
    private final Map<String, Optional<Tpp>> tpps = new HashMap<>();
    private final Map<String, List<Certificate>> certificates = new HashMap<>();
    private final Map<String, List<Choices.Choice>> choices = new HashMap<>();
    private final Map<String, Map<String, Registration>> standing = new HashMap<>();
    private final Supplier<List<Tpp>> findTpps;
    private final Function<String, Optional<Tpp>> findTpp;
    private final Function<String, List<Certificate>> findCertificates;
    private final Function<String, List<Choices.Choice>> findChoices;
    private final Function<String, Map<String, Registration>> findStanding;

    Known(Tpps tpps, Certificates certificates, Choices choices, Registrations registrations) {
        findTpps = tpps::all;
        findTpp = tpps::find;
        findCertificates = certificates::of;
        findChoices = choices::of;
        findStanding = tpp -> registrations.standing(tpp).stream().collect(Collectors.toMap(Known::key, each -> each, (latest, earlier) -> latest));
    }

    /** The ids of all TPPs, for who has misspelt one. */
    Collection<String> tpps() {
        if (allTpps == null) {
            allTpps = findTpps.get().stream().map(Tpp::id).toList();
        }
        return allTpps;
    }

    Optional<Tpp> tpp(String id) {
        return tpps.computeIfAbsent(id, findTpp);
    }

    List<Certificate> certificates(String tpp) {
        return certificates.computeIfAbsent(tpp, findCertificates);
    }

    List<Choices.Choice> choices(String tpp) {
        return choices.computeIfAbsent(tpp, findChoices);
    }

    /** The registration that stands in the way of another one for the same; the branch may be null. */
    Optional<Registration> standing(String tpp, String bank, String branch, String environment, String application) {
        return Optional.ofNullable(standing.computeIfAbsent(tpp, findStanding).get(key(bank, branch, environment, application)));
    }

    private static String key(Registration of) {
        return key(of.bank(), of.branch(), of.environment(), of.application());
    }

    private static String key(String bank, String branch, String environment, String application) {
        return String.join("\n", bank, branch == null ? "" : branch, environment, application);
    }
}
