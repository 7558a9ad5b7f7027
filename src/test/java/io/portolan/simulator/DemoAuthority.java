package io.portolan.simulator;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certification authority for tests and the demo that issues what a qualified one would: server certificates, and QWAC
 * and QSealC for a TPP (ETSI TS 119 495). Its own key is kept in a file, so that a restart goes on with the same one.
 */
public final class DemoAuthority {

    private static final char[] PASSWORD = "demo-authority".toCharArray();
    private static final Duration ITS_LIFE = Duration.ofDays(3650);
    private static final Duration A_CERTIFICATES_LIFE = Duration.ofDays(730);

    private final X509Certificate certificate;
    private final PrivateKey key;
    private final Clock clock;

    private DemoAuthority(X509Certificate certificate, PrivateKey key, Clock clock) {
        this.certificate = certificate;
        this.key = key;
        this.clock = clock;
    }

    /** The authority kept in this file, which is made where it does not exist. */
    public static DemoAuthority keptIn(Path file, Clock clock) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            if (Files.exists(file)) {
                try (var in = Files.newInputStream(file)) {
                    store.load(in, PASSWORD);
                }
                return new DemoAuthority((X509Certificate) store.getCertificate("own"),
                        (PrivateKey) store.getKey("own", PASSWORD), clock);
            }
            var made = create("Harbour Demo Root CA", clock);
            var temporary = file.resolveSibling(file.getFileName() + ".new");
            try (var out = Files.newOutputStream(temporary)) {
                new IssuedCertificate(List.of(made.certificate), made.key).keyStore(PASSWORD).store(out, PASSWORD);
            }
            Files.move(temporary, file);
            return made;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("The authority in " + file + " can be neither read nor made", e);
        }
    }

    /** An authority that is kept nowhere, for instance a foreign one that no bank trusts. */
    public static DemoAuthority create(String name, Clock clock) {
        var pair = newKeys("EC");
        var subject = new X500NameBuilder().addRDN(BCStyle.C, "DE").addRDN(BCStyle.O, name).addRDN(BCStyle.CN, name).build();
        try {
            var builder = builder(subject, subject, pair, ITS_LIFE, clock);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            return new DemoAuthority(signed(builder, pair.getPrivate()), pair.getPrivate(), clock);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The authority's own certificate. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** The authority's own certificate in PEM. */
    public String certificatePem() {
        return new IssuedCertificate(List.of(certificate), key).chainPem();
    }

    /** A certificate for a server on this machine. */
    public IssuedCertificate serverCertificate() {
        var subject = new X500NameBuilder().addRDN(BCStyle.O, "Harbour Bank (simulated)").addRDN(BCStyle.CN, "localhost").build();
        return issue(subject, "EC", builder -> {
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
            builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
                    new GeneralName(GeneralName.dNSName, "localhost"), new GeneralName(GeneralName.iPAddress, "127.0.0.1")}));
        });
    }

    /** A QWAC, for TLS on both sides. */
    public IssuedCertificate qwac(DemoTpp tpp) {
        return issue(subject(tpp), "RSA", builder -> {
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment));
            builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(
                    new KeyPurposeId[] {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth}));
            builder.addExtension(Extension.subjectAlternativeName, false,
                    new GeneralNames(new GeneralName(GeneralName.dNSName, tpp.website())));
            builder.addExtension(Extension.certificatePolicies, false, policies("0.4.0.19495.3.1", "0.4.0.194112.1.4"));
            builder.addExtension(Extension.qCStatements, false, QualifiedStatements.of(QualifiedStatements.WEB, tpp));
        });
    }

    /** A QSealC, for signatures. */
    public IssuedCertificate qseal(DemoTpp tpp) {
        return issue(subject(tpp), "RSA", builder -> {
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            builder.addExtension(Extension.certificatePolicies, false, policies("0.4.0.194112.1.1"));
            builder.addExtension(Extension.qCStatements, false, QualifiedStatements.of(QualifiedStatements.SEAL, tpp));
        });
    }

    private interface Extensions {
        void addTo(X509v3CertificateBuilder builder) throws IOException;
    }

    private IssuedCertificate issue(X500Name subject, String keys, Extensions extensions) {
        var pair = newKeys(keys);
        try {
            var builder = builder(X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded()), subject, pair,
                    A_CERTIFICATES_LIFE, clock);
            builder.addExtension(Extension.authorityKeyIdentifier, false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(certificate));
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            extensions.addTo(builder);
            return new IssuedCertificate(List.of(signed(builder, key), certificate), pair.getPrivate());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509v3CertificateBuilder builder(X500Name issuer, X500Name subject, KeyPair pair, Duration life, Clock clock)
            throws IOException, GeneralSecurityException {
        var from = clock.instant().minus(Duration.ofHours(1));
        var builder = new JcaX509v3CertificateBuilder(issuer, new BigInteger(127, new SecureRandom()).setBit(120),
                Date.from(from), Date.from(from.plus(life)), subject, pair.getPublic());
        builder.addExtension(Extension.subjectKeyIdentifier, false,
                new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
        return builder;
    }

    private static X509Certificate signed(X509v3CertificateBuilder builder, PrivateKey key) throws GeneralSecurityException {
        try {
            return new JcaX509CertificateConverter().getCertificate(
                    builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static X500Name subject(DemoTpp tpp) {
        return new X500NameBuilder().addRDN(BCStyle.C, tpp.country()).addRDN(BCStyle.L, tpp.city())
                .addRDN(BCStyle.O, tpp.legalName()).addRDN(BCStyle.ORGANIZATION_IDENTIFIER, tpp.organisationId())
                .addRDN(BCStyle.CN, tpp.website()).build();
    }

    private static CertificatePolicies policies(String... ids) {
        var policies = new PolicyInformation[ids.length];
        for (int i = 0; i < ids.length; i++) {
            policies[i] = new PolicyInformation(new ASN1ObjectIdentifier(ids[i]));
        }
        return new CertificatePolicies(policies);
    }

    /** RSA of 2048 bits, as most TPPs have, or P-256. */
    private static KeyPair newKeys(String algorithm) {
        try {
            if (algorithm.equals("RSA")) {
                return FewPrimes.pair();
            }
            var generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
