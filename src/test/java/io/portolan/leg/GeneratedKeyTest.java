package io.portolan.leg;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import io.portolan.playbook.Generator;
import java.security.Signature;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GeneratedKeyTest {

    @ParameterizedTest
    @EnumSource(value = Generator.class, names = {"RSA_2048", "EC_P256"})
    void readsWhatTheVaultHolds(Generator what) throws Exception {
        try (var secret = GeneratedKey.made(what)) {
            var key = GeneratedKey.read(secret);
            var signature = Signature.getInstance(what == Generator.EC_P256 ? "SHA256withECDSA" : "SHA256withRSA");
            signature.initSign(key.privateKey());
            signature.update(new byte[] {1, 2, 3});
            var signed = signature.sign();

            var signing = JWK.parse(key.form("signing-jwk"));
            assertThat(signing.getKeyUse()).isEqualTo(com.nimbusds.jose.jwk.KeyUse.SIGNATURE);
            assertThat(signing.getKeyID()).isEqualTo(key.form("thumbprint"));
            assertThat(signing.isPrivate()).isFalse();
            var jwk = JWK.parse(key.form("public-jwk"));
            signature.initVerify(jwk instanceof com.nimbusds.jose.jwk.RSAKey rsa ? rsa.toPublicKey() : jwk.toECKey().toPublicKey());
            signature.update(new byte[] {1, 2, 3});

            assertThat(signature.verify(signed)).isTrue();
            assertThat(jwk.isPrivate()).isFalse();
            assertThat(key.form("thumbprint")).isEqualTo(jwk.computeThumbprint().toString());
            assertThat(JWK.parseFromPEMEncodedObjects(key.form("public-pem")).computeThumbprint()).isEqualTo(jwk.computeThumbprint());
        }
    }

    @ParameterizedTest
    @EnumSource(value = Generator.class, names = {"RSA_2048", "EC_P256"})
    void makesAnotherOneEachTime(Generator what) {
        try (var one = GeneratedKey.made(what); var other = GeneratedKey.made(what)) {
            assertThat(GeneratedKey.read(one).form("public-jwk")).isNotEqualTo(GeneratedKey.read(other).form("public-jwk"));
        }
    }
}
