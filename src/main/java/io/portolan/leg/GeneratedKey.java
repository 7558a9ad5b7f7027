package io.portolan.leg;

import io.portolan.playbook.Generator;
import io.portolan.vault.Secret;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** A key pair that was made for a bank. The vault holds it as its private key and its public key, in PEM. */
public final class GeneratedKey {

    private final PrivateKey privateKey;
    private final PublicKey publicKey;

    private GeneratedKey(PrivateKey privateKey, PublicKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /** Makes a new one; the caller closes what comes back. */
    static Secret made(Generator what) {
        try {
            var generator = KeyPairGenerator.getInstance(what == Generator.EC_P256 ? "EC" : "RSA");
            switch (what) {
                case RSA_2048 -> generator.initialize(2048);
                case RSA_4096 -> generator.initialize(4096);
                case EC_P256 -> generator.initialize(new ECGenParameterSpec("secp256r1"));
                case UUID -> throw new IllegalArgumentException("a UUID is no key pair");
            }
            var pair = generator.generateKeyPair();
            return Secret.of(pem("PRIVATE KEY", pair.getPrivate()) + pem("PUBLIC KEY", pair.getPublic()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has RSA and P-256", e);
        }
    }

    /** The key pair that the vault holds in this secret. */
    public static GeneratedKey read(Secret secret) {
        return secret.reveal(text -> {
            var written = text.toString();
            return read(written, "RSA").or(() -> read(written, "EC"))
                    .orElseThrow(() -> new IllegalStateException("a key pair that was made can be read"));
        });
    }

    private static Optional<GeneratedKey> read(String written, String algorithm) {
        try {
            var factory = KeyFactory.getInstance(algorithm);
            return Optional.of(new GeneratedKey(factory.generatePrivate(new PKCS8EncodedKeySpec(der(written, "PRIVATE KEY"))),
                    factory.generatePublic(new X509EncodedKeySpec(der(written, "PUBLIC KEY")))));
        } catch (GeneralSecurityException e) {
            // a key of the other kind
            return Optional.empty();
        }
    }

    /** The private key for a signature; it must not be kept or written anywhere. */
    public PrivateKey privateKey() {
        return privateKey;
    }

    /** The public half in one of {@link io.portolan.playbook.Places#FORMS_OF_KEYS}. */
    String form(String name) {
        return switch (name) {
            case "public-pem" -> pem("PUBLIC KEY", publicKey);
            case "public-der-base64" -> Base64.getEncoder().encodeToString(publicKey.getEncoded());
            case "public-jwk" -> jwk();
            case "signing-jwk" -> jwk().replaceFirst("}$", ",\"kid\":\"" + thumbprint() + "\",\"use\":\"sig\"}");
            case "thumbprint" -> thumbprint();
            default -> throw new IllegalArgumentException("a key has no form " + name);
        };
    }

    /** The members that RFC 7638 (section 3.2) asks for, in its order. */
    private String jwk() {
        if (publicKey instanceof RSAPublicKey rsa) {
            return "{\"e\":\"" + number(rsa.getPublicExponent(), 0) + "\",\"kty\":\"RSA\",\"n\":\"" + number(rsa.getModulus(), 0) + "\"}";
        }
        var point = ((ECPublicKey) publicKey).getW();
        return "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"" + number(point.getAffineX(), 32) + "\",\"y\":\""
                + number(point.getAffineY(), 32) + "\"}";
    }

    private String thumbprint() {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(jwk().getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A number without its sign, at least so many bytes long (RFC 7518, section 2). */
    private static String number(BigInteger number, int least) {
        var signed = number.toByteArray();
        var bytes = signed[0] == 0 ? Arrays.copyOfRange(signed, 1, signed.length) : signed;
        var whole = new byte[Math.max(bytes.length, least)];
        System.arraycopy(bytes, 0, whole, whole.length - bytes.length, bytes.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    private static String pem(String what, Key key) {
        return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
                + "\n-----END " + what + "-----\n";
    }

    private static byte[] der(String written, String what) {
        var begins = "-----BEGIN " + what + "-----";
        var from = written.indexOf(begins) + begins.length();
        return Base64.getMimeDecoder().decode(written.substring(from, written.indexOf("-----END " + what)));
    }
}
