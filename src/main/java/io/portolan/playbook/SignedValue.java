package io.portolan.playbook;

/** A value of a request that is a signature, or a signed object, of its own. */
public record SignedValue(
        @Doc(value = "The text that is signed; the value is the bare signature in Base64.",
                example = "text: '{{generated.installation-key.public-pem}}{{captured.installation-token}}'") Template text,
        @Doc(value = "The JSON that is signed; the value is a JSON Web Signature (RFC 7515).",
                example = "body: {software_id: '{{generated.uuid}}'}") JsonBody body,
        @Doc(value = "By what it is signed, and how.", example = "by: {key: QSealC, alg: RS256}", required = true) Jws by) {
}
