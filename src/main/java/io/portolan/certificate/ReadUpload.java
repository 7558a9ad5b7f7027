package io.portolan.certificate;

import io.portolan.refusal.Refused;
import io.portolan.tpp.TppProfile;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what somebody hands in, and refuses it with all reasons at once where it cannot be taken in. */
final class ReadUpload {

    private static final Pattern ENVIRONMENT = Pattern.compile("test|live|[a-z]{2}-[a-z0-9-]+/[a-z][a-z0-9-]*");

    /** How the issuers of the directories in the United Kingdom are called. */
    private static final Pattern OPEN_BANKING = Pattern.compile("(?i)\\bO=Open ?Banking\\b");

    private ReadUpload() {
    }

    /**
     * What was read.
     *
     * @param key its private key, or null where none was given
     * @param findings what was found about it
     */
    record Accepted(Certificate.Kind kind, List<X509Certificate> chain, CertificateContents contents, PrivateKey key, List<Finding> findings) { }

    static Accepted of(Upload upload, TppProfile holder, Instant now) {
        return read(upload, holder, now, true);
    }

    /** The same without a refusal for what is only found about the certificate itself. */
    static Accepted judged(Upload upload, TppProfile holder, Instant now) {
        return read(upload, holder, now, false);
    }

    private static Accepted read(Upload upload, TppProfile holder, Instant now, boolean isStrict) {
        var reasons = new Reasons();
        if (upload.environment() == null || !ENVIRONMENT.matcher(upload.environment()).matches()) {
            reasons.add("environment", "A certificate is for test, for live, or for the one environment of a bank that handed it out, such as xx-bank/sandbox; not for "
                    + upload.environment() + ".");
        }
        if (upload.bank() != null && "live".equals(upload.environment())) {
            reasons.add("bank", "A bank supplies certificates for its sandbox only, so this one is for test and not for live.");
        }
        var keys = new ArrayList<PrivateKey>();
        attempt(reasons, () -> upload.key() == null ? null : PemKey.read(upload.key(), upload.password())).ifPresent(keys::add);
        var file = attempt(reasons, () -> CertificateFile.read(upload.content(), upload.password()));
        if (keys.isEmpty() && upload.key() == null) {
            file.ifPresent(read -> keys.addAll(read.keys()));
        }
        var chain = file.flatMap(read -> attempt(reasons, () -> chain(read, keys))
                // the certificate is judged without its key, too, so that all reasons are said together
                .or(() -> keys.isEmpty() ? Optional.empty() : attempt(new Reasons(), () -> ChainOrder.of(read.certificates()))));
        var accepted = chain.flatMap(ordered -> attempt(reasons, () -> accepted(upload, holder, now, ordered, keys, reasons)));
        accepted.filter(read -> isStrict).ifPresent(read -> read.findings.stream().filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .forEach(finding -> reasons.add(finding.code(), said(finding))));
        reasons.refuseIfAny();
        return accepted.orElseThrow();
    }

    private static Accepted accepted(Upload upload, TppProfile holder, Instant now, List<X509Certificate> chain, List<PrivateKey> keys, Reasons reasons) {
        var contents = ReadCertificate.of(chain.get(0));
        var kind = upload.kind() != null ? upload.kind() : kind(contents);
        if (kind == null) {
            reasons.add("kind", "The certificate does not say whether it is a QWAC or a QSealC; say which.");
            addWhatIsWrongForAny(contents, chain, upload, holder, now, reasons);
            return null;
        }
        var findings = JudgeCertificate.of(contents, chain, purpose(upload, kind, holder, now));
        var key = keys.stream().filter(each -> KeyPairs.belongTogether(each, chain.get(0).getPublicKey())).findFirst().orElse(null);
        return new Accepted(kind, chain, contents, key, findings);
    }

    /** All reasons at once: what is wrong with it whichever it is. */
    private static void addWhatIsWrongForAny(CertificateContents contents, List<X509Certificate> chain, Upload upload, TppProfile holder, Instant now, Reasons reasons) {
        var others = Arrays.stream(Certificate.Kind.values()).map(kind -> errors(contents, chain, upload, kind, holder, now).stream().map(Finding::code).toList()).toList();
        errors(contents, chain, upload, Certificate.Kind.QWAC, holder, now).stream()
                .filter(finding -> !finding.code().equals("type-wrong") && others.stream().allMatch(codes -> codes.contains(finding.code())))
                .forEach(finding -> reasons.add(finding.code(), said(finding)));
    }

    private static List<Finding> errors(CertificateContents contents, List<X509Certificate> chain, Upload upload, Certificate.Kind kind, TppProfile holder, Instant now) {
        return JudgeCertificate.of(contents, chain, purpose(upload, kind, holder, now)).stream().filter(finding -> finding.severity() == Finding.Severity.ERROR).toList();
    }

    private static JudgeCertificate.Purpose purpose(Upload upload, Certificate.Kind kind, TppProfile holder, Instant now) {
        return new JudgeCertificate.Purpose(kind, "live".equals(upload.environment()), upload.bank() != null, holder, now);
    }

    private static String said(Finding finding) {
        return finding.sentence() + " (" + finding.clause() + ")";
    }

    /** What it is by its own words; those of Open Banking's directory use the words of qualified ones without being any. */
    private static Certificate.Kind kind(CertificateContents contents) {
        boolean isOfOpenBanking = !contents.statements().isCompliant() && OPEN_BANKING.matcher(contents.issuer()).find();
        if (contents.isForWeb()) {
            return isOfOpenBanking ? Certificate.Kind.OBWAC : Certificate.Kind.QWAC;
        }
        return !contents.isForSeals() ? null : isOfOpenBanking ? Certificate.Kind.OBSEAL : Certificate.Kind.QSEALC;
    }

    private static List<X509Certificate> chain(CertificateFile file, List<PrivateKey> keys) {
        return keys.isEmpty() ? ChainOrder.of(file.certificates())
                : ChainOrder.of(file.certificates(), publicKey -> keys.stream().anyMatch(key -> KeyPairs.belongTogether(key, publicKey)));
    }

    private interface Part<T> {
        T read();
    }

    private static <T> Optional<T> attempt(Reasons reasons, Part<T> part) {
        try {
            return Optional.ofNullable(part.read());
        } catch (Refused refused) {
            reasons.addAll(refused);
            return Optional.empty();
        } catch (RuntimeException | StackOverflowError unforeseen) {
            // whatever a malformed file makes a parser do, its sender gets an answer; the cause may quote a key
            reasons.add("chain", "The file cannot be read; it is damaged, or of a kind that is not known here.");
            return Optional.empty();
        }
    }
}
