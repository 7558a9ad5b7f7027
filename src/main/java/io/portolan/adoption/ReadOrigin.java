package io.portolan.adoption;

import io.portolan.certificate.Certificate;
import io.portolan.certificate.Certificates;
import io.portolan.certificate.ReplaceCertificate;
import io.portolan.registration.Adoption;
import io.portolan.registration.Registration;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads since when a registration is there, how it was made, with which certificates and redirect URIs. */
@Component
class ReadOrigin {

    private final Certificates certificates;
    private final ReplaceCertificate replace;
    private final Clock clock;

    ReadOrigin(Certificates certificates, ReplaceCertificate replace, Clock clock) {
        this.certificates = certificates;
        this.replace = replace;
        this.clock = clock;
    }

    void read(Line line) {
        var registeredOn = day(line, Columns.REGISTERED_ON);
        var liveSince = day(line, Columns.LIVE_SINCE);
        if (registeredOn != null && liveSince != null && liveSince.isBefore(registeredOn)) {
            line.wrong(Columns.LIVE_SINCE, "invalid-values", "It cannot be live before it was registered.", "A day from " + registeredOn + " on.");
        }
        line.certificates = certificates(line);
        line.toChoose = toChoose(line);
        line.origin = new Adoption.Origin(line.branch, registeredOn, liveSince, means(line), madeBy(line), line.certificates.stream().map(Certificate::id).toList(),
                redirectUris(line));
    }

    private static String madeBy(Line line) {
        var by = line.word(Columns.MADE_BY);
        if (by != null && by.length() > 200) {
            line.wrong(Columns.MADE_BY, "invalid-values", "This is longer than 200 characters.", null);
        }
        return by;
    }

    private LocalDate day(Line line, String column) {
        if (line.word(column) == null) {
            return null;
        }
        try {
            var day = LocalDate.parse(line.word(column));
            if (day.isAfter(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1))) {
                line.wrong(column, "invalid-values", "This day lies ahead.", "A day that is over, or today.");
            }
            return day;
        } catch (DateTimeParseException e) {
            line.wrong(column, "invalid-values", "This is no date.", "A date such as 2026-11-22.");
            return null;
        }
    }

    private static Registration.Method means(Line line) {
        var word = line.word(Columns.MEANS);
        if (word == null) {
            return null;
        }
        return Arrays.stream(Registration.Method.values()).filter(each -> each != Registration.Method.ADOPTED)
                .filter(each -> each.name().equals(means(word))).findFirst().orElseGet(() -> {
                    line.wrong(Columns.MEANS, "invalid-values", "It cannot have been made so.", "One of portal, api, mail, by-hand, not-needed.");
                    return null;
                });
    }

    /** A means as this word may have it. */
    static String means(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    }

    private List<String> redirectUris(Line line) {
        if (line.word(Columns.REDIRECT_URIS) == null) {
            return List.of();
        }
        var uris = new ArrayList<String>();
        for (var word : line.word(Columns.REDIRECT_URIS).split(Columns.BETWEEN)) {
            if (isRedirect(word)) {
                uris.add(word);
            } else {
                line.wrong(Columns.REDIRECT_URIS, "invalid-values", "This is no redirect URI.", "A whole address such as https://tpp.example/callback, without a fragment.");
            }
        }
        var kind = line.opening == null ? null : line.playbook.environments().get(line.opening.environment()).kind().name().toLowerCase(Locale.ROOT);
        var ours = kind == null ? List.<String>of() : line.known.tpp(line.opening.tpp()).orElseThrow().profile().applications().get(line.opening.application())
                .redirectUris(line.opening.bank(), line.opening.environment(), kind).stream().map(URI::toString).toList();
        uris.stream().filter(uri -> kind != null && !ours.contains(uri)).forEach(uri ->
                line.notes.add(uri + " is not among the redirect URIs of the application " + line.opening.application() + " for this environment."));
        return List.copyOf(uris);
    }

    private static boolean isRedirect(String word) {
        try {
            var uri = URI.create(word);
            return uri.isAbsolute() && !"otpauth".equalsIgnoreCase(uri.getScheme()) && uri.getRawFragment() == null && word.length() <= 2_000 && (!"https".equals(uri.getScheme()) || uri.getHost() != null);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private List<Certificate> certificates(Line line) {
        if (line.word(Columns.CERTIFICATES) == null || line.opening == null) {
            return List.of();
        }
        var ours = line.known.certificates(line.opening.tpp());
        var found = new ArrayList<Certificate>();
        for (var word : line.word(Columns.CERTIFICATES).split(Columns.BETWEEN)) {
            ours.stream().filter(each -> isNamed(each, word)).findFirst().ifPresentOrElse(certificate -> {
                trouble(certificate, line).ifPresent(why -> line.wrong(Columns.CERTIFICATES, "unsuitable-certificate", certificate.label() + " " + why, null));
                if (found.stream().anyMatch(other -> other.kind() == certificate.kind())) {
                    line.wrong(Columns.CERTIFICATES, "unsuitable-certificate", "There are two of the kind " + certificate.kind().said() + ".", "Name the one that the bank has.");
                }
                found.add(certificate);
            }, () -> line.wrong(Columns.CERTIFICATES, "unknown-certificate", "No certificate of " + line.opening.tpp() + " has such an id, fingerprint or serial number.",
                    ours.isEmpty() ? "Take it in first." : "Take it in first; there are " + ours.stream().limit(5)
                            .map(each -> each.label() + " (" + each.id() + ")").collect(Collectors.joining(", ")) + "."));
        }
        return List.copyOf(found);
    }

    /** Whether this word names the certificate, by id, fingerprint or serial number. */
    static boolean isNamed(Certificate certificate, String word) {
        var hex = word.replace(":", "").toLowerCase(Locale.ROOT);
        return certificate.id().equals(word) || certificate.sha256().equalsIgnoreCase(hex) || certificate.serial().toString().equals(word)
                || certificate.serial().toString(16).equals(hex.replaceFirst("^0+(?=.)", ""));
    }

    private Optional<String> trouble(Certificate certificate, Line line) {
        var wanted = line.playbook.environments().get(line.opening.environment()).certificatesFor(line.opening.bank(), line.opening.environment());
        if (certificate.isRetired()) {
            return Optional.of("was taken out of use.");
        }
        if (certificate.notAfter().isBefore(clock.instant())) {
            return Optional.of("ended on " + LocalDate.ofInstant(certificate.notAfter(), ZoneOffset.UTC) + ".");
        }
        return certificate.environment().equals(wanted) ? Optional.empty()
                : Optional.of("is for " + certificate.environment() + ", and this environment takes those for " + wanted + ".");
    }

    /** What is not in use there by itself is chosen for the bank, unless somebody has chosen another one. */
    private List<Certificate> toChoose(Line line) {
        var toChoose = new ArrayList<Certificate>();
        for (var certificate : line.certificates) {
            var isUsed = certificates.inUse(certificate.tpp(), certificate.kind(), certificate.environment(), line.opening.bank())
                    .filter(used -> used.id().equals(certificate.id())).isPresent();
            if (!isUsed && line.known.choices(certificate.tpp()).stream().anyMatch(choice -> line.opening.bank().equals(choice.bank())
                    && choice.kind() == certificate.kind() && choice.environment().equals(certificate.environment()))) {
                line.wrong(Columns.CERTIFICATES, "unsuitable-certificate", "Another " + certificate.kind().said() + " was chosen for " + line.opening.bank() + ".",
                        "Change that choice first, on the page of the certificate.");
            } else if (!isUsed && replace.asksSecondPerson(certificate.id())) {
                line.wrong(Columns.CERTIFICATES, "unsuitable-certificate", certificate.label() + " is not in use at " + line.opening.bank() + ", and a second person has to agree before it is.",
                        "Choose it for " + line.opening.bank() + " first, on the page of the certificate.");
            } else if (!isUsed) {
                toChoose.add(certificate);
                line.notes.add(certificate.label() + " is chosen for " + line.opening.bank() + ".");
            }
        }
        return List.copyOf(toChoose);
    }
}
