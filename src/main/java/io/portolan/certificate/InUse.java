package io.portolan.certificate;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Which of a TPP's certificates is in use, found among all of them as the query of {@link JdbcCertificates#inUse} finds it. */
final class InUse {

    private InUse() {
    }

    /** The one that is in use at a bank, which is empty for no bank in particular; the choices are by certificate, and empty for all banks. */
    static Optional<Certificate> of(Collection<Certificate> all, Map<String, Set<String>> choices, Certificate.Kind kind, String environment, String bank, Instant now) {
        Predicate<Certificate> isTheBanks = one -> bank.equals(one.bank());
        Predicate<Certificate> isChosenHere = one -> !bank.isEmpty() && choices.getOrDefault(one.id(), Set.of()).contains(bank);
        Predicate<Certificate> isChosen = one -> choices.getOrDefault(one.id(), Set.of()).contains("");
        return all.stream().filter(one -> one.kind() == kind && one.environment().equals(environment) && !one.isRetired())
                .filter(one -> one.bank() == null || isTheBanks.test(one))
                .filter(one -> !one.notBefore().isAfter(now) && (one.notAfter().isAfter(now) || isTheBanks.test(one)))
                .min(first(isChosenHere).thenComparing(first(one -> one.bank() != null)).thenComparing(first(isChosen)).thenComparing(first(Certificate::hasKey))
                        .thenComparing(Certificate::notAfter, Comparator.reverseOrder()).thenComparing(Certificate::takenAt, Comparator.reverseOrder()));
    }

    /** The bank that is meant, or empty; an environment of a bank names its bank. */
    static String at(String environment, String bank) {
        return bank != null ? bank : environment.contains("/") ? environment.substring(0, environment.indexOf('/')) : "";
    }

    private static Comparator<Certificate> first(Predicate<Certificate> which) {
        return Comparator.comparing(one -> !which.test(one));
    }
}
