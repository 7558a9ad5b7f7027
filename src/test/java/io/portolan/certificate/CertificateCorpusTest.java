package io.portolan.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.portolan.refusal.Refused;
import io.portolan.vault.Secret;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Reads every certificate of a folder that is named by {@code -Dcert.corpus}, and compares it with what the folder's index says. */
class CertificateCorpusTest {

    private static final Instant NOW = Instant.now();
    private static final DateTimeFormatter OPENSSL = DateTimeFormatter.ofPattern("MMM d HH:mm:ss yyyy 'GMT'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    @TestFactory
    Stream<DynamicTest> readsEveryCertificateOfTheFolder() {
        var folder = System.getProperty(CertificateCorpus.PROPERTY);
        if (folder == null || folder.isBlank()) {
            var reason = "no folder of certificates is named: -D" + CertificateCorpus.PROPERTY + "=<folder> reads one";
            System.out.println("CertificateCorpusTest is skipped: " + reason);
            return Stream.of(dynamicTest("skipped", () -> abort(reason)));
        }
        return CertificateCorpus.in(Path.of(folder)).stream().map(member -> dynamicTest(member.toString(), () -> read(member)));
    }

    private static void read(CertificateCorpus.Member member) {
        CertificateFile file;
        try (var password = member.said("password") == null ? null : Secret.of(member.said("password"))) {
            file = CertificateFile.read(member.content(), password);
        } catch (Refused refused) {
            assertThat(refused.about()).isNotEmpty();
            assertThat(member.said("key")).as("the index knows it as a certificate: " + refused.getMessage()).isIn(null, "-");
            System.out.println(member + ": " + refused.getMessage());
            return;
        }
        for (var certificate : file.certificates()) {
            for (var kind : Certificate.Kind.values()) {
                Stream.of(true, false).forEach(isLive -> assertThat(JudgeCertificate.of(ReadCertificate.of(certificate), List.of(certificate),
                        new JudgeCertificate.Purpose(kind, isLive, false, null, NOW))).allSatisfy(CertificateCorpusTest::isWhole));
            }
        }
        var contents = ReadCertificate.of(file.certificates().get(0));
        compare(contents, member);
        tell(member, contents, file);
    }

    private static void isWhole(Finding finding) {
        assertThat(finding.code()).matches("[a-z][a-z0-9-]+");
        assertThat(finding.clause()).isNotBlank();
        assertThat(finding.sentence()).endsWith(".").doesNotContain("null");
    }

    private static void compare(CertificateContents contents, CertificateCorpus.Member member) {
        if (member.said("key") != null) {
            assertThat(contents.key().said()).isEqualToIgnoringCase(member.said("key"));
        }
        if (member.said("notAfter") != null) {
            assertThat(contents.notAfter()).isEqualTo(OPENSSL.parse(member.said("notAfter").replaceAll(" +", " "), Instant::from));
        }
        if (member.said("psd2_statement") != null) {
            assertThat(contents.statements().psd2() != null).as("it says something of a payment service provider")
                    .isEqualTo(!member.said("psd2_statement").equals("-"));
        }
        if (member.said("qctype") != null) {
            assertThat(contents.statements().types()).isEqualTo(words(member.said("qctype")));
        }
        if (member.said("roles") != null) {
            assertThat(contents.roles()).isEqualTo(words(member.said("roles")));
        }
    }

    private static Set<String> words(String cell) {
        return cell.equals("-") ? Set.of() : Arrays.stream(cell.split("[+, ]+")).collect(Collectors.toSet());
    }

    private static void tell(CertificateCorpus.Member member, CertificateContents contents, CertificateFile file) {
        var kind = contents.isForSeals() ? Certificate.Kind.QSEALC : Certificate.Kind.QWAC;
        var findings = JudgeCertificate.of(contents, List.of(file.certificates().get(0)), new JudgeCertificate.Purpose(kind, true, false, null, NOW));
        System.out.println(member + ": " + contents.key().said() + ", " + contents.signatureAlgorithm() + ", " + contents.roles() + ", "
                + contents.subject().organisationIds() + findings.stream().map(each -> "\n    " + each.severity() + " " + each.code() + " (" + each.clause() + "): "
                        + each.sentence()).collect(Collectors.joining()));
    }
}
