package io.portolan.certificate;

import io.portolan.refusal.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.PBEParametersGenerator;
import org.bouncycastle.crypto.generators.PKCS12ParametersGenerator;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDefaultDigestProvider;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagFactory;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilderProvider;

/** A PKCS #12 file (RFC 7292, RFC 9579), with the ciphers of today and those of twenty years ago. */
final class Pkcs12File {

    private final PKCS12PfxPdu file;
    private final char[] password;
    private final List<X509Certificate> certificates = new ArrayList<>();
    private final List<PrivateKey> keys = new ArrayList<>();

    private Pkcs12File(PKCS12PfxPdu file, char[] password) {
        this.file = file;
        this.password = password;
    }

    static CertificateFile read(byte[] der, char[] password) {
        try {
            var file = new PKCS12PfxPdu(der);
            if (file.hasMac() && !isMacValid(file, password)) {
                return password.length == 0 ? withoutPassword(der) : refuse(password);
            }
            return new Pkcs12File(file, password).read();
        } catch (Refused refused) {
            throw refused;
        } catch (Exception e) {
            // the cause is left out: it may quote what is in the file
            return refuse(password);
        }
    }

    private static CertificateFile refuse(char[] password) {
        throw Unsuitable.because("password", password.length == 0 ? "The PKCS #12 file is protected; its password is missing."
                : "The PKCS #12 file cannot be opened: the password is wrong, or the file is damaged.");
    }

    private static boolean isMacValid(PKCS12PfxPdu file, char[] password) throws PKCSException, OperatorCreationException {
        var mac = file.toASN1Structure().getMacData();
        bearable(file.getMacAlgorithmID(), mac.getIterationCount().bitLength() > 31 ? Integer.MAX_VALUE : mac.getIterationCount().intValue());
        return file.getMacAlgorithmID().getAlgorithm().equals(PKCSObjectIdentifiers.id_PBMAC1)
                ? file.isMacValid(new JcePKCS12MacCalculatorBuilderProvider().setProvider(X509Files.LENIENT), password) : isHmacValid(file, password);
    }

    /** The MAC of RFC 7292, appendix B, with any hash: the reader of BouncyCastle has none but SHA-1 and SHA-256. */
    private static boolean isHmacValid(PKCS12PfxPdu file, char[] password) throws OperatorCreationException {
        var mac = file.toASN1Structure().getMacData();
        var hash = BcDefaultDigestProvider.INSTANCE.get(mac.getMac().getAlgorithmId());
        var key = new PKCS12ParametersGenerator(hash);
        var written = PBEParametersGenerator.PKCS12PasswordToBytes(password);
        key.init(written, mac.getSalt(), mac.getIterationCount().intValueExact());
        var hmac = new HMac(hash);
        hmac.init(key.generateDerivedMacParameters(8 * hash.getDigestSize()));
        Arrays.fill(written, (byte) 0);
        var content = ASN1OctetString.getInstance(file.toASN1Structure().getAuthSafe().getContent()).getOctets();
        hmac.update(content, 0, content.length);
        var computed = new byte[hmac.getMacSize()];
        hmac.doFinal(computed, 0);
        return MessageDigest.isEqual(computed, mac.getMac().getDigest());
    }

    private static void bearable(AlgorithmIdentifier algorithm, int rounds) {
        if (rounds > 10_000_000 || !Iterations.areBearable(algorithm)) {
            throw Unsuitable.because("password", "The PKCS #12 file demands more rounds of its password than anybody needs; write it anew with the usual number.");
        }
    }

    private CertificateFile read() throws Exception {
        for (var content : file.getContentInfos()) {
            for (var bag : bags(content)) {
                add(bag.getBagValue());
            }
        }
        return new CertificateFile(List.copyOf(certificates), List.copyOf(keys));
    }

    private PKCS12SafeBag[] bags(ContentInfo content) throws PKCSException {
        if (!content.getContentType().equals(PKCSObjectIdentifiers.encryptedData)) {
            return new PKCS12SafeBagFactory(content).getSafeBags();
        }
        bearable(EncryptedData.getInstance(content.getContent()).getEncryptionAlgorithm(), 0);
        return new PKCS12SafeBagFactory(content, EncryptedKeys.decryptor(password)).getSafeBags();
    }

    private void add(Object value) throws IOException {
        if (value instanceof X509CertificateHolder holder) {
            X509Files.certificate(holder.getEncoded()).ifPresent(certificates::add);
        } else if (value instanceof PrivateKeyInfo info) {
            keys.add(KeyForms.key(info));
        } else if (value instanceof PKCS8EncryptedPrivateKeyInfo encrypted) {
            keys.add(EncryptedKeys.pkcs8(encrypted.toASN1Structure(), password));
        }
    }

    /** An empty password is written in two ways, and Java's own reader tries both. */
    private static CertificateFile withoutPassword(byte[] der) throws GeneralSecurityException {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(der), new char[0]);
            var found = new CertificateFile(new ArrayList<>(), new ArrayList<>());
            for (var alias : Collections.list(store.aliases())) {
                if (store.getKey(alias, new char[0]) instanceof PrivateKey key) {
                    found.keys().add(key);
                }
                for (var each : store.getCertificateChain(alias) == null ? new java.security.cert.Certificate[] {store.getCertificate(alias)}
                        : store.getCertificateChain(alias)) {
                    found.certificates().add((X509Certificate) each);
                }
            }
            return found;
        } catch (IOException e) {
            return refuse(new char[0]);
        }
    }
}
