package io.portolan.certificate;

import io.portolan.tpp.TppProfile;
import io.portolan.vault.Secret;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Issues certificates for a TPP that does not exist, so that playbooks can be rehearsed with real signatures. Its own key is made anew each
 * time, that of such TPPs once in the life of the program; they are kept by nobody but those, and nobody trusts it.
 */
public final class RehearsalAuthority {

    private static final Duration LIFE = Duration.ofDays(365);

    private final KeyPair own = keys("EC", 256);
    private final X500Name name;
    private final Clock clock;

    /** Made when it is first needed: to look for its primes takes longer than all else of a rehearsal. */
    private static final class ForAll {
        static final KeyPair KEYS = keys("RSA", 2048);
    }

    /** An authority whose name holds those of the issuers that banks trust. */
    public RehearsalAuthority(List<String> issuers, Clock clock) {
        this.name = new X500NameBuilder().addRDN(BCStyle.C, "XX").addRDN(BCStyle.O, "Rehearsal only " + String.join(" ", issuers)).build();
        this.clock = clock;
    }

    /** Has the TPP take in a certificate of this kind, for its environments of this kind or for the one of a bank. */
    public void issue(String tpp, TppProfile profile, Certificate.Kind kind, String environment, Certificates certificates) {
        try (var key = Secret.of(pem("PRIVATE KEY", ForAll.KEYS.getPrivate().getEncoded()))) {
            certificates.take(tpp, kind, environment, kind.said() + " for rehearsals", pem("CERTIFICATE", certificate(tpp, profile, kind).getEncoded())
                    + pem("CERTIFICATE", ownCertificate().getEncoded()), key, "rehearsal");
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException("a certificate for a rehearsal could not be made", e);
        }
    }

    private X509Certificate ownCertificate() throws GeneralSecurityException, IOException, OperatorCreationException {
        var builder = builder(name, own);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
        return signed(builder);
    }

    private X509Certificate certificate(String tpp, TppProfile profile, Certificate.Kind kind) throws GeneralSecurityException, IOException, OperatorCreationException {
        var host = "tpp.example";
        var wish = WishRules.complete(new CertificateWish(tpp, kind, "test", null, null, host, null, null, null, null, null, null, null, null), profile);
        var builder = builder(Pkcs10.subject(wish), ForAll.KEYS);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        var extensions = Pkcs10.extensions(wish).generate();
        for (var oid : extensions.getExtensionOIDs()) {
            builder.addExtension(extensions.getExtension(oid));
        }
        builder.addExtension(Extension.certificatePolicies, false, new CertificatePolicies(new PolicyInformation(new ASN1ObjectIdentifier(
                kind.isForWeb() ? "0.4.0.19495.3.1" : "0.4.0.194112.1.1"))));
        return signed(builder);
    }

    private JcaX509v3CertificateBuilder builder(X500Name subject, KeyPair keys) {
        var from = clock.instant().minus(Duration.ofHours(1));
        return new JcaX509v3CertificateBuilder(name, new BigInteger(127, new SecureRandom()).setBit(120), Date.from(from), Date.from(from.plus(LIFE)),
                subject, keys.getPublic());
    }

    private X509Certificate signed(JcaX509v3CertificateBuilder builder) throws GeneralSecurityException, OperatorCreationException {
        return new JcaX509CertificateConverter().getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(own.getPrivate())));
    }

    private static KeyPair keys(String algorithm, int bits) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java makes such keys", e);
        }
    }

    private static String pem(String type, byte[] content) {
        return "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + type + "-----\n";
    }
}
