package io.portolan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import eu.europa.esig.dss.enumerations.QCType;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.model.x509.extension.CertificateExtensions;
import eu.europa.esig.dss.spi.CertificateExtensionsUtils;
import eu.europa.esig.dss.spi.DSSASN1Utils;
import eu.europa.esig.dss.spi.DSSUtils;
import io.portolan.certificate.CertificateContents;
import io.portolan.certificate.PortolanReading;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** How many certificates a second Portolan reads and judges, beside EU DSS that reads the same files; and that both read the same in them. */
class CertificateBench {

    private static final Map<String, String> TYPES = Map.of("0.4.0.1862.1.6.1", "esign", "0.4.0.1862.1.6.2", "eseal", "0.4.0.1862.1.6.3", "web");
    private static final Set<String> ROLES = Set.of("PSP_AS", "PSP_PI", "PSP_AI", "PSP_IC");

    private final int rounds = Integer.getInteger("bench.certificates.rounds", 9);
    private final int reads = Integer.getInteger("bench.certificates.reads", 4000);
    private final Map<String, byte[]> files = PortolanReading.files();

    /** What both read. */
    private record Facts(String organisationId, Set<String> roles, String authorityName, String authorityId, Set<String> types, boolean isCompliant, Set<String> policies,
            Set<String> uses, BigInteger serial, Instant until) { }

    @Test
    void readsAndJudgesAsFastAsTheEuropeanLibraryReads() {
        // it complains of odd certificates in the log, and writing that would count against it
        ((Logger) LoggerFactory.getLogger("eu.europa.esig.dss")).setLevel(Level.OFF);
        var onlyHere = agree();
        var portolan = new Samples();
        var dss = new Samples();
        for (int round = -2; round < rounds; round++) {
            double ours = perSecond(file -> PortolanReading.read(file).findings());
            double theirs = perSecond(CertificateBench::read);
            if (round >= 0) {
                portolan.add(ours);
                dss.add(theirs);
            }
        }
        new Report("5-certificates", "(e) Certificates read and judged")
                .line("%d files, %d reads a round, one thread, in turn; both readings agree on %d files, and %d have statements that only Portolan reads.",
                        files.size(), reads, files.size() - onlyHere.size(), onlyHere.size())
                .line("")
                .line("| | median, certificates/s | each round |")
                .line("|---|---|---|")
                .line("| Portolan, read and judged | **%.0f** | %s |", portolan.median(), portolan.all(0))
                .line("| EU DSS, read | %.0f | %s |", dss.median(), dss.all(0))
                .line("| ratio, aim at least 1.0 | **%.2f** | |", portolan.median() / dss.median())
                .write();
    }

    /** The files whose statements are built so that DSS reads none; all others are read alike. */
    private List<String> agree() {
        var onlyHere = new ArrayList<String>();
        files.forEach((name, file) -> {
            var ours = ours(PortolanReading.read(file).contents());
            var theirs = european(file);
            if (theirs.roles.isEmpty() && theirs.types.isEmpty() && !ours.roles.isEmpty()) {
                onlyHere.add(name);
                assertThat(PortolanReading.read(file).contents().statements().isExact()).as(name).isFalse();
            } else {
                assertThat(ours).as(name).isEqualTo(theirs);
            }
        });
        return onlyHere;
    }

    private double perSecond(ToIntFunction<byte[]> reading) {
        var all = files.values().toArray(byte[][]::new);
        int something = 0;
        long from = System.nanoTime();
        for (int i = 0; i < reads; i++) {
            something += reading.applyAsInt(all[i % all.length]);
        }
        double seconds = (System.nanoTime() - from) / 1e9;
        assertThat(something).as("the work was done").isNotZero();
        return reads / seconds;
    }

    private static Facts ours(CertificateContents contents) {
        var psd2 = contents.statements().psd2();
        return new Facts(contents.subject().organisationIds().stream().findFirst().orElse(null), contents.roles().stream().filter(ROLES::contains).collect(sorted()),
                psd2 == null ? null : psd2.authorityName(), psd2 == null ? null : psd2.authorityId(), new TreeSet<>(contents.statements().types()),
                contents.statements().isCompliant(), new TreeSet<>(contents.policies()),
                contents.extendedKeyUsage() == null ? Set.of() : new TreeSet<>(contents.extendedKeyUsage()), contents.serial(), contents.notAfter());
    }

    /** What DSS has to do to know as much, and nothing of what comparing needs. */
    private static int read(byte[] file) {
        var token = DSSUtils.loadCertificate(file);
        return CertificateExtensionsUtils.getCertificateExtensions(token).getAllCertificateExtensions().size() + token.getNotAfter().hashCode()
                + (DSSASN1Utils.extractAttributeFromX500Principal(BCStyle.ORGANIZATION_IDENTIFIER, token.getSubject()) == null ? 0 : 1);
    }

    private static Facts european(byte[] file) {
        CertificateToken token = DSSUtils.loadCertificate(file);
        CertificateExtensions extensions = CertificateExtensionsUtils.getCertificateExtensions(token);
        var statements = extensions.getQcStatements();
        var psd2 = statements == null ? null : statements.getPsd2QcType();
        Set<String> roles = psd2 == null ? Set.of() : psd2.getRolesOfPSP().stream().filter(role -> role.getPspOid() != null).map(role -> role.getPspOid().name()).collect(sorted());
        Set<String> types = statements == null || statements.getQcTypes() == null ? Set.of()
                : statements.getQcTypes().stream().map(QCType::getOid).map(oid -> TYPES.getOrDefault(oid, oid)).collect(sorted());
        return new Facts(DSSASN1Utils.extractAttributeFromX500Principal(BCStyle.ORGANIZATION_IDENTIFIER, token.getSubject()), roles, psd2 == null ? null : psd2.getNcaName(),
                psd2 == null ? null : psd2.getNcaId(), types, statements != null && statements.isQcCompliance(),
                extensions.getCertificatePolicies() == null ? Set.of() : extensions.getCertificatePolicies().getPolicyList().stream().map(policy -> policy.getOid()).collect(sorted()),
                extensions.getExtendedKeyUsage() == null ? Set.of() : new TreeSet<>(extensions.getExtendedKeyUsage().getOids()), token.getSerialNumber(),
                token.getNotAfter().toInstant());
    }

    private static Collector<String, ?, Set<String>> sorted() {
        return Collectors.toCollection(TreeSet::new);
    }
}
