package io.portolan.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.refusal.Refused;
import io.portolan.vault.Secret;
import java.io.ByteArrayOutputStream;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.bc.BcDefaultDigestProvider;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.bc.BcPKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Pkcs12FileTest {

    private static final String PASSWORD = "correct hörse";
    private static final KeyPair KEYS = SampleCertificates.keys("RSA", 2048);
    private static final List<X509Certificate> CHAIN = new SampleCertificates().chain(KEYS, null);

    @Test
    void readsWhatWindowsWroteTwentyYearsAgo() throws Exception {
        var file = file(PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC, PKCSObjectIdentifiers.pbeWithSHAAnd40BitRC2_CBC, OIWObjectIdentifiers.idSHA1, PASSWORD);

        assertThat(read(file, PASSWORD).certificates()).containsExactlyInAnyOrderElementsOf(CHAIN);
        assertThat(read(file, PASSWORD).keys()).hasSize(1).allSatisfy(key -> assertThat(KeyPairs.belongTogether(key, KEYS.getPublic())).isTrue());
    }

    @Test
    void readsWhatIsWrittenToday() throws Exception {
        var file = file(NISTObjectIdentifiers.id_aes256_CBC, NISTObjectIdentifiers.id_aes256_CBC, NISTObjectIdentifiers.id_sha256, PASSWORD);

        assertThat(read(file, PASSWORD).certificates()).containsExactlyInAnyOrderElementsOf(CHAIN);
        assertThat(read(file, PASSWORD).keys()).hasSize(1);
        assertThat(read(Base64.getEncoder().encode(file), PASSWORD).keys()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.16.840.1.101.3.4.2.2", "2.16.840.1.101.3.4.2.3"})
    void readsOneThatIsSealedWithALongerHash(String hash) throws Exception {
        var cipher = NISTObjectIdentifiers.id_aes256_CBC;
        var file = file(cipher, cipher, new BcPKCS12MacCalculatorBuilder(BcDefaultDigestProvider.INSTANCE.get(new AlgorithmIdentifier(new ASN1ObjectIdentifier(hash))),
                new AlgorithmIdentifier(new ASN1ObjectIdentifier(hash))), PASSWORD);

        assertThat(read(file, PASSWORD).keys()).hasSize(1);
        assertThatThrownBy(() -> read(file, "hunter2")).isInstanceOf(Refused.class).hasMessageContaining("password is wrong");
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse", ""})
    void readsWhatJavaWrites(String password) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("own", KEYS.getPrivate(), password.toCharArray(), CHAIN.toArray(X509Certificate[]::new));
        var out = new ByteArrayOutputStream();
        store.store(out, password.toCharArray());

        assertThat(read(out.toByteArray(), password).certificates()).containsExactlyInAnyOrderElementsOf(CHAIN);
        assertThat(read(out.toByteArray(), password).keys()).hasSize(1);
    }

    @Test
    void saysThatThePasswordIsWrongOrMissing() throws Exception {
        var file = file(NISTObjectIdentifiers.id_aes256_CBC, NISTObjectIdentifiers.id_aes256_CBC, NISTObjectIdentifiers.id_sha256, PASSWORD);

        assertThatThrownBy(() -> read(file, "hunter2")).isInstanceOf(Refused.class).hasMessageContaining("password is wrong").hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> read(file, "")).isInstanceOf(Refused.class).hasMessageContaining("password is missing");
        assertThatThrownBy(() -> CertificateFile.read(file, null)).isInstanceOf(Refused.class).hasMessageContaining("password is missing");
    }

    @Test
    void refusesADamagedFile() throws Exception {
        var file = file(NISTObjectIdentifiers.id_aes256_CBC, NISTObjectIdentifiers.id_aes256_CBC, NISTObjectIdentifiers.id_sha256, PASSWORD);
        for (int length = 2; length < file.length; length += 97) {
            var cut = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> read(cut, PASSWORD)).isInstanceOf(Refused.class);
        }
        for (int at = 0; at < file.length; at += 53) {
            var changed = file.clone();
            changed[at] ^= 0x55;
            try {
                read(changed, PASSWORD);
            } catch (Refused refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
    }

    private static CertificateFile read(byte[] file, String password) {
        try (var secret = Secret.of(password)) {
            return CertificateFile.read(file, secret);
        }
    }

    private static byte[] file(ASN1ObjectIdentifier keyCipher, ASN1ObjectIdentifier cipher, ASN1ObjectIdentifier hash, String password) throws Exception {
        return file(keyCipher, cipher, new JcePKCS12MacCalculatorBuilder(hash).setProvider(X509Files.LENIENT), password);
    }

    private static byte[] file(ASN1ObjectIdentifier keyCipher, ASN1ObjectIdentifier cipher, PKCS12MacCalculatorBuilder mac, String password) throws Exception {
        var key = new JcaPKCS12SafeBagBuilder(KEYS.getPrivate(), new JcePKCSPBEOutputEncryptorBuilder(keyCipher).setProvider(X509Files.LENIENT)
                .build(password.toCharArray())).build();
        var bags = new PKCS12SafeBag[CHAIN.size()];
        for (int i = 0; i < bags.length; i++) {
            PKCS12SafeBagBuilder bag = new JcaPKCS12SafeBagBuilder(CHAIN.get(bags.length - 1 - i));
            bags[i] = bag.build();
        }
        var file = new PKCS12PfxPduBuilder().addEncryptedData(new JcePKCSPBEOutputEncryptorBuilder(cipher).setProvider(X509Files.LENIENT)
                .build(password.toCharArray()), bags).addData(key);
        return file.build(mac, password.toCharArray()).getEncoded();
    }
}
