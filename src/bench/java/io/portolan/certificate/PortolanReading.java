package io.portolan.certificate;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.qualified.QCStatement;

/** Lets the benchmark read certificates as an upload does: the file, what stands in it, and what is to be said of it. */
public final class PortolanReading {

    private static final Instant NOW = Instant.now();

    private PortolanReading() {
    }

    /** A certificate as Portolan reads it, with how much there is to be said of it. */
    public record Reading(CertificateContents contents, int findings) { }

    /** Reads and judges the certificate in a file. */
    public static Reading read(byte[] file) {
        var certificate = CertificateFile.read(file, null).certificates().get(0);
        var contents = ReadCertificate.of(certificate);
        var kind = contents.isForSeals() ? Certificate.Kind.QSEALC : Certificate.Kind.QWAC;
        return new Reading(contents, JudgeCertificate.of(contents, List.of(certificate), new JudgeCertificate.Purpose(kind, true, false, null, NOW)).size());
    }

    /** Files in PEM by name: usual and odd ones that are made, and those of the folder that {@code cert.corpus} names. */
    public static Map<String, byte[]> files() {
        var files = new LinkedHashMap<String, byte[]>();
        made().forEach(certificate -> files.put("made " + (files.size() + 1), CertificateForms.pem(certificate.make()).getBytes(StandardCharsets.US_ASCII)));
        if (System.getProperty(CertificateCorpus.PROPERTY) != null) {
            CertificateCorpus.in(Path.of(System.getProperty(CertificateCorpus.PROPERTY))).forEach(member -> files.put(member.toString(), member.content()));
        }
        return files;
    }

    private static List<OddCertificate> made() {
        var made = new ArrayList<OddCertificate>();
        for (var keys : List.of(SampleCertificates.keys("RSA", 2048), SampleCertificates.keys("RSA", 4096), SampleCertificates.keys("EC", 256), SampleCertificates.keys("EC", 384))) {
            made.add(new OddCertificate().keys(keys));
            made.add(new OddCertificate().keys(keys).statements(OddCertificate.statements("eseal", OddCertificate.psd2())).extendedKeyUsage());
        }
        made.add(new OddCertificate().signedWith("SHA256withRSAandMGF1"));
        made.add(new OddCertificate().extendedKeyUsage(KeyPurposeId.id_kp_serverAuth).organisationId("VATDE-811907980"));
        made.add(new OddCertificate().organisationId(null).valid(OddCertificate.NOW.minus(Duration.ofDays(9)), OddCertificate.NOW.minus(Duration.ofDays(1))));
        made.add(new OddCertificate().psd2(((QCStatement) SampleCertificates.psd2("0.4.0.19495.1.2", "Payment Initiation", "1.2.3.4", "PSP_XY")
                .getObjectAt(1)).getStatementInfo()));
        return made;
    }
}
