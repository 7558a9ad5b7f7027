package io.portolan.bankapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSObjectJSON;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.util.Base64;
import io.portolan.certificate.Certificate;
import io.portolan.certificate.Certificates;
import io.portolan.leg.Filled;
import io.portolan.leg.GeneratedKey;
import io.portolan.leg.Value;
import io.portolan.playbook.Jws;
import io.portolan.playbook.Places;
import io.portolan.playbook.SignedValue;
import io.portolan.playbook.Span;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Signs the bodies of requests as JSON Web Signatures (RFC 7515), with the key of a certificate or one that was made for the bank. */
@Component
class Signatures {

    private final Certificates certificates;
    private final Clock clock;

    Signatures(Certificates certificates, Clock clock) {
        this.certificates = certificates;
        this.clock = clock;
    }

    /**
     * A body that is signed.
     *
     * @param text the body as it is sent
     * @param mediaType what it is then (RFC 7515, section 9.2)
     * @param note by what it is signed, for the transcript
     */
    record Signed(String text, String mediaType, String note) { }

    /** The values that a request signs by themselves, by their places; one that holds a secret is hidden. */
    Map<String, Filled> values(Map<String, SignedValue> values, Filling filling) {
        var signed = new HashMap<String, Filled>();
        values.forEach((name, value) -> signed.put(Places.SIGNED + name, value.text() == null ? object(value, filling)
                : new Filled(bare(value.by(), filling.fill(value.text()).text(), filling), false)));
        return signed;
    }

    private Filled object(SignedValue value, Filling filling) {
        var body = filling.sent(value.body());
        return new Filled(signed(value.by(), body, filling).text(), !body.equals(filling.shown(value.body())));
    }

    private String bare(Jws by, String text, Filling filling) {
        var certificate = by.key() == null ? null : filling.signer(by.key(), certificates);
        try {
            var signature = signer(by, certificate, filling).sign(new JWSHeader(JWSAlgorithm.parse(by.alg().name())),
                    text.getBytes(StandardCharsets.UTF_8));
            return Base64.encode(signature.decode()).toString();
        } catch (JOSEException e) {
            throw new IllegalStateException("a text could not be signed: " + e.getClass().getSimpleName());
        }
    }

    /** Signs a JSON body. */
    Signed signed(Jws jws, String body, Filling filling) {
        return signed(jws, body, jws.validFor(), filling);
    }

    /** Signs a JSON body that holds for so long; null for good. */
    Signed signed(Jws jws, String body, Span validFor, Filling filling) {
        var certificate = jws.key() == null ? null : filling.signer(jws.key(), certificates);
        var header = header(jws, certificate, filling);
        var payload = new Payload(validFor == null ? body : withClaims(body, validFor));
        var isFlattened = jws.serialization() == Jws.Serialization.FLATTENED;
        var text = text(payload, header, signer(jws, certificate, filling), isFlattened);
        return new Signed(text, "application/jose" + (isFlattened ? "+json" : ""), "(the body is signed, " + jws.alg() + ", by our "
                + (certificate == null ? "key " + jws.generatedKey() : certificate.kind() + ", serial " + certificate.serial().toString(16))
                + ")");
    }

    private static JWSHeader header(Jws jws, Certificate certificate, Filling filling) {
        var header = new JWSHeader.Builder(JWSAlgorithm.parse(jws.alg().name()));
        if (jws.typ() != null) {
            header.type(new JOSEObjectType(jws.typ()));
        }
        if (jws.kid() != null) {
            header.keyID(filling.fill(jws.kid()).text());
        }
        if (jws.x5c() != null) {
            header.x509CertChain(chain(jws.x5c() == Jws.X5c.LEAF ? List.of(certificate.leaf()) : certificate.chain()));
        }
        return header.build();
    }

    private static List<Base64> chain(List<X509Certificate> certificates) {
        var chain = new ArrayList<Base64>();
        for (var each : certificates) {
            try {
                chain.add(Base64.encode(each.getEncoded()));
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException("a certificate that was read can be written", e);
            }
        }
        return chain;
    }

    /** The claims by which a bank sees that the body is new (RFC 7519, section 4.1). */
    private String withClaims(String body, Span validFor) {
        try {
            var object = (ObjectNode) Answer.JSON.readTree(body);
            var now = clock.instant();
            object.put("iat", now.getEpochSecond());
            object.put("exp", CaptureReader.after(validFor, now).getEpochSecond());
            // a bank that has seen an id does not take it again, not even with what it has asked us to put right
            object.put("jti", UUID.randomUUID().toString());
            return object.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the playbook's body is not JSON");
        }
    }

    private JWSSigner signer(Jws jws, Certificate certificate, Filling filling) {
        if (certificate != null) {
            KeyFit.check(jws.alg().name(), certificate);
        }
        var key = certificate == null ? generated(jws.generatedKey(), filling) : certificates.signingKey(certificate);
        if (certificate == null) {
            KeyFit.check(jws.alg().name(), key, jws.generatedKey());
        }
        try {
            return jws.alg() == Jws.Algorithm.ES256 ? new ECDSASigner(key, Curve.P_256) : new RSASSASigner(key);
        } catch (JOSEException e) {
            throw new IllegalStateException("a key that fits its algorithm can sign");
        }
    }

    private static PrivateKey generated(String name, Filling filling) {
        try (var pair = ((Value.Hidden) filling.run().value(Places.GENERATED + name)).secret()) {
            return GeneratedKey.read(pair).privateKey();
        }
    }

    private static String text(Payload payload, JWSHeader header, JWSSigner signer, boolean isFlattened) {
        try {
            if (isFlattened) {
                var object = new JWSObjectJSON(payload);
                object.sign(header, signer);
                return object.serializeFlattened();
            }
            var object = new JWSObject(header, payload);
            object.sign(signer);
            return object.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("a body could not be signed: " + e.getClass().getSimpleName());
        }
    }
}
