package io.portolan.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.refusal.Refused;
import io.portolan.vault.Secret;
import java.io.StringWriter;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.openssl.jcajce.JcaMiscPEMGenerator;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcePEMEncryptorBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS8EncryptedPrivateKeyInfoBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;
import org.bouncycastle.crypto.util.ScryptConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncryptedKeysTest {

    private static final String PASSWORD = "correct hörse";
    private static final KeyPair RSA = SampleCertificates.keys("RSA", 2048);
    private static final KeyPair EC = SampleCertificates.keys("EC", 384);

    static Stream<ASN1ObjectIdentifier> ciphers() {
        return Stream.of(NISTObjectIdentifiers.id_aes256_CBC, NISTObjectIdentifiers.id_aes128_CBC, PKCSObjectIdentifiers.des_EDE3_CBC,
                PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC, PKCSObjectIdentifiers.pbeWithSHAAnd40BitRC2_CBC, PKCSObjectIdentifiers.pbeWithSHAAnd128BitRC4);
    }

    @ParameterizedTest
    @MethodSource("ciphers")
    void decryptsPkcs8(ASN1ObjectIdentifier cipher) throws Exception {
        for (var keys : List.of(RSA, EC)) {
            var encryptor = new JcePKCSPBEOutputEncryptorBuilder(cipher).setProvider(X509Files.LENIENT).build(PASSWORD.toCharArray());
            var der = new JcaPKCS8EncryptedPrivateKeyInfoBuilder(keys.getPrivate()).build(encryptor).getEncoded();

            assertThat(belongs(keys, pem("ENCRYPTED PRIVATE KEY", der))).isTrue();
            assertThat(belongs(keys, Base64.getEncoder().encodeToString(der))).isTrue();
        }
    }

    @Test
    void decryptsPkcs8WithScrypt() throws Exception {
        var encryptor = new JcePKCSPBEOutputEncryptorBuilder(new ScryptConfig.Builder(1024, 8, 1).build(), NISTObjectIdentifiers.id_aes256_CBC)
                .setProvider(X509Files.LENIENT).build(PASSWORD.toCharArray());

        assertThat(belongs(EC, pem("ENCRYPTED PRIVATE KEY", new JcaPKCS8EncryptedPrivateKeyInfoBuilder(EC.getPrivate()).build(encryptor).getEncoded()))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AES-128-CBC", "AES-256-CBC", "DES-EDE3-CBC", "DES-CBC"})
    void decryptsByTheHeaderOfThePem(String cipher) throws Exception {
        for (var keys : List.of(RSA, EC)) {
            var written = new StringWriter();
            try (var writer = new JcaPEMWriter(written)) {
                writer.writeObject(new JcaMiscPEMGenerator(keys.getPrivate(), new JcePEMEncryptorBuilder(cipher).setProvider(X509Files.LENIENT)
                        .build(PASSWORD.toCharArray())));
            }

            assertThat(written.toString()).contains("Proc-Type: 4,ENCRYPTED", "DEK-Info: " + cipher);
            assertThat(belongs(keys, written.toString())).isTrue();
            assertThat(belongs(keys, written.toString().replace("\n", "\r\n"))).isTrue();
            assertThat(belongs(keys, written.toString().replace("\n", "\\n"))).isTrue();
            assertThatThrownBy(() -> read(written.toString(), "wrong")).isInstanceOf(Refused.class).hasMessageContaining("password is wrong").hasNoCause();
            assertThatThrownBy(() -> read(written.toString(), null)).isInstanceOf(Refused.class).hasMessageContaining("password is missing");
        }
    }

    @Test
    void saysThatAPasswordIsWrongOrMissing() throws Exception {
        var encryptor = new JcePKCSPBEOutputEncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC).setProvider(X509Files.LENIENT).build(PASSWORD.toCharArray());
        var text = pem("ENCRYPTED PRIVATE KEY", new JcaPKCS8EncryptedPrivateKeyInfoBuilder(RSA.getPrivate()).build(encryptor).getEncoded());

        assertThatThrownBy(() -> read(text, "hunter2")).isInstanceOf(Refused.class).hasMessageContaining("password is wrong")
                .hasMessageNotContaining("hunter2").hasNoCause();
        assertThatThrownBy(() -> read(text, "")).isInstanceOf(Refused.class).hasMessageContaining("password is missing");
    }

    @Test
    void doesNotWorkForHoursOnAPassword() throws Exception {
        var function = new KeyDerivationFunc(PKCSObjectIdentifiers.id_PBKDF2, new PBKDF2Params(new byte[8], Integer.MAX_VALUE));
        var scheme = new EncryptionScheme(NISTObjectIdentifiers.id_aes256_CBC, new DEROctetString(new byte[16]));
        var hostile = new EncryptedPrivateKeyInfo(new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBES2, new PBES2Parameters(function, scheme)), new byte[64]);

        assertThatThrownBy(() -> read(pem("ENCRYPTED PRIVATE KEY", hostile.getEncoded()), PASSWORD)).isInstanceOf(Refused.class).hasMessageContaining("rounds");
    }

    @Test
    void readsKeysInDerWhateverTheirLabelSays() throws Exception {
        var pkcs1 = PrivateKeyInfo.getInstance(RSA.getPrivate().getEncoded()).parsePrivateKey().toASN1Primitive().getEncoded();

        assertThat(belongs(RSA, pem("PRIVATE KEY", pkcs1))).isTrue();
        assertThat(belongs(RSA, Base64.getEncoder().encodeToString(pkcs1))).isTrue();
        assertThat(belongs(RSA, pem("RSA PRIVATE KEY", RSA.getPrivate().getEncoded()))).isTrue();
        assertThat(belongs(RSA, pem("RSA PRIVATE KEY", pkcs1).replace("\n", ""))).isTrue();
    }

    private static boolean belongs(KeyPair keys, String text) {
        return KeyPairs.belongTogether(read(text, PASSWORD), keys.getPublic());
    }

    private static PrivateKey read(String text, String password) {
        try (var key = Secret.of(text); var secret = password == null ? null : Secret.of(password)) {
            return PemKey.read(key, secret);
        }
    }

    private static String pem(String type, byte[] der) {
        return "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + type + "-----\n";
    }
}
