package io.portolan.certificate;

import java.io.IOException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.qualified.QCStatement;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/**
 * Writes a request for a certificate (RFC 2986) with what the certificate is to hold as requested extensions (RFC 2985, section 5.4.2): the use of
 * its key, its domain names, QcType and the statement on the payment service provider (ETSI TS 119 495, clause 5.1).
 */
final class Pkcs10 {

    private Pkcs10() {
    }

    static X500Name subject(CertificateWish wish) {
        var name = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.C, wish.country());
        if (wish.locality() != null) {
            name.addRDN(BCStyle.L, wish.locality());
        }
        return name.addRDN(BCStyle.O, wish.organisation()).addRDN(BCStyle.ORGANIZATION_IDENTIFIER, wish.organisationId())
                .addRDN(BCStyle.CN, wish.commonName()).build();
    }

    static String pem(CertificateWish wish, KeyPair keys, KeyType type) {
        try {
            var builder = new JcaPKCS10CertificationRequestBuilder(subject(wish), keys.getPublic());
            builder.addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, extensions(wish).generate());
            var request = builder.build(new JcaContentSignerBuilder(type.signature()).build(keys.getPrivate()));
            return "-----BEGIN CERTIFICATE REQUEST-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(request.getEncoded())
                    + "\n-----END CERTIFICATE REQUEST-----\n";
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException("a request can be written", e);
        }
    }

    static ExtensionsGenerator extensions(CertificateWish wish) throws IOException {
        var extensions = new ExtensionsGenerator();
        if (wish.kind().isForWeb()) {
            extensions.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            extensions.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(
                    new KeyPurposeId[] {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth}));
            var names = new LinkedHashSet<String>();
            if (wish.kind() == Certificate.Kind.QWAC) {
                names.add(wish.commonName());
            }
            names.addAll(wish.dnsNames());
            if (!names.isEmpty()) {
                extensions.addExtension(Extension.subjectAlternativeName, false,
                        new GeneralNames(names.stream().map(name -> new GeneralName(GeneralName.dNSName, name)).toArray(GeneralName[]::new)));
            }
        } else {
            extensions.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
        }
        extensions.addExtension(Extension.qCStatements, false, statements(wish));
        return extensions;
    }

    private static DERSequence statements(CertificateWish wish) {
        var type = new ASN1ObjectIdentifier("0.4.0.1862.1.6." + (wish.kind().isForWeb() ? 3 : 2));
        List<ASN1Encodable> roles = new ArrayList<>();
        new TreeSet<>(wish.roles()).forEach(role -> roles.add(sequence(new ASN1ObjectIdentifier(Psd2Statement.oid(role).orElseThrow()),
                new DERUTF8String(role.equals("UNSPECIFIED") ? "Unspecified" : role))));
        return sequence(new QCStatement(new ASN1ObjectIdentifier("0.4.0.1862.1.6"), sequence(type)),
                new QCStatement(new ASN1ObjectIdentifier(Psd2Statement.ID), sequence(sequence(roles.toArray(ASN1Encodable[]::new)),
                        new DERUTF8String(wish.authorityName()), new DERUTF8String(wish.authorityId()))));
    }

    private static DERSequence sequence(ASN1Encodable... members) {
        return new DERSequence(members);
    }
}
