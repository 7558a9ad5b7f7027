package io.portolan.certificate;

import io.portolan.refusal.Refused;
import io.portolan.vault.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.CertificationRequest;

/**
 * What a file holds in which a certificate was handed in.
 *
 * @param certificates in the order of the file
 * @param keys the private keys beside them; most files have none
 */
record CertificateFile(List<X509Certificate> certificates, List<PrivateKey> keys) {

    /** No chain with a key is anywhere near it, in any form. */
    static final int LARGEST = 1024 * 1024;
    private static final int MOST = 30;
    private static final Set<Integer> KEY_STORES = Set.of(0xfeedfeed, 0xcececece);

    /** Reads PEM, DER, PKCS #7, PKCS #12, or the base64 of one of them; refuses all else with a sentence about what it is. */
    static CertificateFile read(byte[] content, Secret password) {
        if (content.length > LARGEST) {
            throw Unsuitable.because("chain", "The file has " + content.length / 1024 + " KB; a certificate with its chain has a few, and 1024 are taken at most.");
        }
        var file = isDer(content) ? der(content, password) : text(content, password);
        if (file.certificates.size() > MOST) {
            throw Unsuitable.because("chain", "There are " + file.certificates.size() + " certificates in it; give the certificate and its issuers, at most " + MOST + ".");
        }
        return file;
    }

    private static boolean isDer(byte[] content) {
        return content.length > 1 && (content[0] == 0x30 || isKeyStore(content));
    }

    private static boolean isKeyStore(byte[] content) {
        return KEY_STORES.contains(ByteBuffer.wrap(Arrays.copyOf(content, 4)).getInt());
    }

    private static CertificateFile text(byte[] content, Secret password) {
        var text = new String(content, charset(content));
        if (PemText.hasBlocks(text)) {
            return pem(PemText.blocks(text), password);
        }
        var bare = PemText.bare(text).orElse(new byte[0]);
        if (isDer(bare)) {
            return der(bare, password);
        }
        // some tools write the base64 of the whole text
        var inner = new String(bare, StandardCharsets.UTF_8);
        if (PemText.hasBlocks(inner)) {
            return pem(PemText.blocks(inner), password);
        }
        throw nothing(text);
    }

    private static Charset charset(byte[] content) {
        if (content.length > 2 && content[1] == 0) {
            return StandardCharsets.UTF_16LE;
        }
        return content.length > 2 && (content[0] == 0 || content[0] == (byte) 0xff || content[0] == (byte) 0xfe) ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    private static Refused nothing(String text) {
        return Unsuitable.because("chain", text.isBlank() ? "There is no certificate in it." : "There is no certificate in it; it is expected as PEM,"
                + " beginning with -----BEGIN CERTIFICATE-----, as DER or as PKCS #12.");
    }

    private static CertificateFile pem(List<PemText.Block> blocks, Secret password) {
        var certificates = new ArrayList<X509Certificate>();
        var keys = new ArrayList<PrivateKey>();
        for (var block : blocks) {
            // a bundle is read whole under any label: what Java reads of it may be an issuer
            if (block.isBundle() || block.isCertificate() && kind(block.der()) instanceof ASN1ObjectIdentifier) {
                certificates.addAll(X509Files.bundle(block.der()));
            } else if (block.isCertificate()) {
                certificates.add(X509Files.certificate(block.der()).orElseThrow(() -> Misbuilt.because("certificate " + (certificates.size() + 1), block.der())));
            } else if (block.type().endsWith("CERTIFICATE REQUEST") && blocks.size() == 1) {
                throw request();
            }
        }
        if (blocks.stream().anyMatch(PemText.Block::isPrivateKey)) {
            keys.add(PemKey.read(blocks, password));
        }
        if (certificates.isEmpty()) {
            throw Unsuitable.because("chain", blocks.isEmpty() ? "The certificate is cut off at its beginning."
                    : "There is no certificate in it, but something else: " + blocks.get(0).type() + ".");
        }
        return new CertificateFile(List.copyOf(certificates), List.copyOf(keys));
    }

    private static CertificateFile der(byte[] der, Secret password) {
        if (!Nesting.isBearable(der)) {
            throw Misbuilt.because("file", new byte[0]);
        }
        if (isKeyStore(der)) {
            throw Unsuitable.because("chain", "This is a Java key store; write it as PKCS #12 first, for instance with keytool -importkeystore.");
        }
        var kind = kind(der);
        if (kind instanceof ASN1Integer) {
            var characters = EncryptedKeys.characters(password);
            try {
                return pkcs12(der, characters);
            } finally {
                Arrays.fill(characters, '\0');
            }
        }
        var all = kind instanceof ASN1ObjectIdentifier ? X509Files.bundle(der) : X509Files.certificate(der).map(List::of).orElse(List.of());
        if (all.isEmpty()) {
            throw isRequest(der) ? request() : KeyForms.encrypted(der).isPresent() ? privateKey() : Misbuilt.because("certificate", der);
        }
        return new CertificateFile(all, List.of());
    }

    private static CertificateFile pkcs12(byte[] der, char[] password) {
        if (ASN1Sequence.getInstance(der).getObjectAt(0) instanceof ASN1Integer version && !version.hasValue(3)) {
            throw privateKey();
        }
        return Pkcs12File.read(der, password);
    }

    /** What the structure begins with, by which the kinds of files differ; null where it is no structure. */
    private static Object kind(byte[] der) {
        try {
            if (!Nesting.isBearable(der)) {
                return null;
            }
            return ASN1Sequence.getInstance(der).getObjectAt(0).toASN1Primitive();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return null;
        }
    }

    private static boolean isRequest(byte[] der) {
        try {
            return CertificationRequest.getInstance(der).getCertificationRequestInfo() != null;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static Refused request() {
        return Unsuitable.because("chain", "This is a request for a certificate, and not the certificate that was issued for it.");
    }

    private static Refused privateKey() {
        return Unsuitable.because("chain", "This is a private key, and not a certificate; the certificate goes here.");
    }
}
