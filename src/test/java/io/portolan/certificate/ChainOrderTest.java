package io.portolan.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.refusal.Refused;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;

class ChainOrderTest {

    private static final KeyPair OWN = SampleCertificates.keys("EC", 256);
    private static final KeyPair FIRST = SampleCertificates.keys("EC", 256);
    private static final KeyPair SECOND = SampleCertificates.keys("EC", 256);
    private static final X509Certificate ROOT = issued("Root", SECOND, "Root", SECOND, true);
    private static final X509Certificate ISSUER = issued("Issuer", FIRST, "Root", SECOND, true);
    private static final X509Certificate LEAF = issued("Own", OWN, "Issuer", FIRST, false);

    @Test
    void findsTheOrderWithAndWithoutAKey() {
        for (var mixed : List.of(List.of(LEAF, ISSUER, ROOT), List.of(ROOT, ISSUER, LEAF), List.of(ISSUER, LEAF, ROOT), List.of(LEAF, ROOT, LEAF, ISSUER))) {
            assertThat(ChainOrder.of(mixed)).containsExactly(LEAF, ISSUER, ROOT);
            assertThat(ChainOrder.of(mixed, ChainOrderTest::isOwn)).containsExactly(LEAF, ISSUER, ROOT);
        }
        assertThat(ChainOrder.of(List.of(LEAF))).containsExactly(LEAF);
        assertThat(ChainOrder.of(List.of(ROOT))).containsExactly(ROOT);
    }

    @Test
    void refusesAChainThatGoesRoundInACircle() {
        var back = issued("Root", SECOND, "Issuer", FIRST, true);

        assertThatThrownBy(() -> ChainOrder.of(List.of(LEAF, ISSUER, back))).isInstanceOf(Refused.class).hasMessageContaining("circle");
        assertThatThrownBy(() -> ChainOrder.of(List.of(LEAF, ISSUER, back), ChainOrderTest::isOwn)).isInstanceOf(Refused.class).hasMessageContaining("circle");
        assertThatThrownBy(() -> ChainOrder.of(List.of(ISSUER, back))).isInstanceOf(Refused.class).hasMessageContaining("circle");
    }

    @Test
    void takesTheWayToTheRootWhereAuthoritiesCertifyEachOther() {
        var other = SampleCertificates.keys("EC", 256);
        var otherRoot = issued("Other root", other, "Other root", other, true);
        var crossed = issued("Root", SECOND, "Other root", other, true);

        assertThat(ChainOrder.of(List.of(crossed, otherRoot, LEAF, ISSUER, ROOT))).containsExactly(LEAF, ISSUER, ROOT);
    }

    @Test
    void refusesWhatDoesNotBelong() {
        var stranger = issued("Stranger", SampleCertificates.keys("EC", 256), "Elsewhere", SECOND, false);

        assertThatThrownBy(() -> ChainOrder.of(List.of(LEAF, ISSUER, stranger), ChainOrderTest::isOwn)).isInstanceOf(Refused.class)
                .hasMessageContaining("does not belong to the chain");
        assertThatThrownBy(() -> ChainOrder.of(List.of(LEAF, stranger))).isInstanceOf(Refused.class).hasMessageContaining("more than one");
        assertThatThrownBy(() -> ChainOrder.of(List.of(LEAF), key -> false)).isInstanceOf(Refused.class).hasMessageContaining("does not belong to this");
    }

    private static boolean isOwn(PublicKey key) {
        return key.equals(OWN.getPublic());
    }

    private static X509Certificate issued(String name, KeyPair keys, String issuer, KeyPair issuerKeys, boolean isAuthority) {
        try {
            var builder = new JcaX509v3CertificateBuilder(new X500Name("CN=" + issuer), BigInteger.valueOf(Math.abs((name + issuer).hashCode()) + 1L),
                    Date.from(OddCertificate.NOW), Date.from(OddCertificate.NOW.plus(Duration.ofDays(100))), new X500Name("CN=" + name), keys.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(isAuthority));
            return new JcaX509CertificateConverter().getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuerKeys.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException(e);
        }
    }
}
