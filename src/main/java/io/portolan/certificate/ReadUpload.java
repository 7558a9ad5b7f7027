package io.portolan.certificate;

import io.portolan.refusal.Refused;
import io.portolan.tpp.TppProfile;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what somebody hands in, and refuses it with all reasons at once where it cannot be taken in. */
final class ReadUpload {

    private static final Pattern ENVIRONMENT = Pattern.compile("test|live|[a-z]{2}-[a-z0-9-]+/[a-z][a-z0-9-]*");

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
                .forEach(finding -> reasons.add(finding.code(), finding.sentence() + " (" + finding.clause() + ")")));
        reasons.refuseIfAny();
        return accepted.orElseThrow();
    }

    private static Accepted accepted(Upload upload, TppProfile holder, Instant now, List<X509Certificate> chain, List<PrivateKey> keys, Reasons reasons) {
        var contents = ReadCertificate.of(chain.get(0));
        var kind = upload.kind() != null ? upload.kind() : kind(contents);
        if (kind == null) {
            reasons.add("kind", "The certificate does not say whether it is a QWAC or a QSealC; say which.");
            return null;
        }
        var findings = JudgeCertificate.of(contents, chain, new JudgeCertificate.Purpose(kind, "live".equals(upload.environment()), upload.bank() != null, holder, now));
        var key = keys.stream().filter(each -> KeyPairs.belongTogether(each, chain.get(0).getPublicKey())).findFirst().orElse(null);
        return new Accepted(kind, chain, contents, key, findings);
    }

    private static Certificate.Kind kind(CertificateContents contents) {
        return contents.isForWeb() ? Certificate.Kind.QWAC : contents.isForSeals() ? Certificate.Kind.QSEALC : null;
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
