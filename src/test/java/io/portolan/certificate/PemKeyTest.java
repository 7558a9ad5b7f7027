package io.portolan.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.refusal.Refused;
import io.portolan.vault.Secret;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.KeyPair;
import java.security.PrivateKey;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;
import org.junit.jupiter.api.Test;

class PemKeyTest {

    private static final KeyPair RSA = SampleCertificates.keys("RSA", 2048);
    private static final KeyPair EC = SampleCertificates.keys("EC", 256);

    @Test
    void readsPkcs8() {
        assertThat(read(pem("PRIVATE KEY", RSA.getPrivate().getEncoded()))).isEqualTo(RSA.getPrivate());
        assertThat(KeyPairs.belongTogether(read(pem("PRIVATE KEY", EC.getPrivate().getEncoded())), EC.getPublic())).isTrue();
    }

    @Test
    void readsPkcs1() throws IOException {
        assertThat(read(pem("RSA PRIVATE KEY", inner(RSA.getPrivate())))).isEqualTo(RSA.getPrivate());
    }

    @Test
    void readsSec1BehindItsParameters() throws IOException {
        var info = PrivateKeyInfo.getInstance(EC.getPrivate().getEncoded());
        var curve = info.getPrivateKeyAlgorithm().getParameters();
        var key = new ECPrivateKey(256,
                ECPrivateKey.getInstance(info.parsePrivateKey()).getKey(), curve);
        var text = pem("EC PARAMETERS", curve.toASN1Primitive().getEncoded()) + pem("EC PRIVATE KEY", key.getEncoded());

        assertThat(KeyPairs.belongTogether(read(text), EC.getPublic())).isTrue();
    }

    @Test
    void writesWhatItReads() {
        try (var written = PemKey.written(RSA.getPrivate())) {
            assertThat(PemKey.read(written)).isEqualTo(RSA.getPrivate());
            assertThat(written.reveal(CharSequence::toString)).startsWith("-----BEGIN PRIVATE KEY-----\n")
                    .endsWith("\n-----END PRIVATE KEY-----\n");
        }
    }

    @Test
    void tellsForeignKeysFromOurs() {
        assertThat(KeyPairs.belongTogether(RSA.getPrivate(), RSA.getPublic())).isTrue();
        assertThat(KeyPairs.belongTogether(RSA.getPrivate(), SampleCertificates.keys("RSA", 2048).getPublic())).isFalse();
        assertThat(KeyPairs.belongTogether(EC.getPrivate(), SampleCertificates.keys("EC", 384).getPublic())).isFalse();
        assertThat(KeyPairs.belongTogether(EC.getPrivate(), RSA.getPublic())).isFalse();
    }

    @Test
    void asksForAnEncryptedKeyToBeDecrypted() {
        var text = pem("ENCRYPTED PRIVATE KEY", new byte[] {0x30, 0x12, 0x30, 0x0d, 0x06, 0x09, 0x2a, (byte) 0x86, 0x48,
            (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x05, 0x0d, 0x05, 0x00, 0x04, 0x01, 0x00});

        assertThatThrownBy(() -> read(text)).isInstanceOf(Refused.class).hasMessageContaining("encrypted");
    }

    @Test
    void refusesWhatIsNoKeyWithoutQuotingIt() {
        assertThatThrownBy(() -> read("hunter2")).isInstanceOf(Refused.class).hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> read(pem("PRIVATE KEY", "hunter2".getBytes()))).isInstanceOf(Refused.class)
                .hasNoCause().hasMessageContaining("cannot be read");
    }

    private static byte[] inner(PrivateKey key) throws IOException {
        return PrivateKeyInfo.getInstance(key.getEncoded()).parsePrivateKey().toASN1Primitive().getEncoded();
    }

    private static PrivateKey read(String pem) {
        try (var secret = Secret.of(pem)) {
            return PemKey.read(secret);
        }
    }

    private static String pem(String type, byte[] content) {
        var written = new StringWriter();
        try (var writer = new PemWriter(written)) {
            writer.writeObject(new PemObject(type, content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written.toString();
    }
}
