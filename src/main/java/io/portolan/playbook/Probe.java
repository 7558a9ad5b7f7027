package io.portolan.playbook;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** A call that works only for a registered TPP, and so proves access. */
public record Probe(
        @Doc(value = "The HTTP method.", example = "method: GET", required = true) String method,
        @Doc(value = "The address.", example = "url: '{{environment.base-url}}/v1/accounts'", required = true)
                Template url,
        @Doc(value = "The certificate for mutual TLS.", example = "tls: QWAC") CertificateKind tls,
        @Doc(value = "Header fields; {{token}} is the access token.",
                example = "headers: {Authorization: 'Bearer {{token}}'}")
                Map<String, Template> headers,
        @Doc(value = "How the call is signed in its header fields; without it, not.",
                example = "http-signature: {key: QSealC, key-id: '{{certificate.qsealc.serial-hex}}', headers: [digest, date]}")
                HttpSignature httpSignature,
        @Doc(value = "What a success proves.", example = "proves: data", required = true) ProofLevel proves,
        @Doc(value = "What must answer differently for the proof to count.",
                example = "negative-control: no-certificate", single = true)
                List<NegativeControl> negativeControl,
        @Doc(value = "The services whose access it proves; without it, all.", example = "only-for: [AIS]") Set<Service> onlyFor) {

    /** Whether it proves the access for this service. */
    public boolean isFor(Service service) {
        return onlyFor.isEmpty() || onlyFor.contains(service);
    }

    /** What is left out or changed in a call that must then fail. */
    public enum NegativeControl {
        @Doc("The call without our certificate: none for the connection, none in a header field, and no signature by its key.") NO_CERTIFICATE,
        @Doc("The call without the access token.") NO_TOKEN,
        @Doc("The call with a client id that is not ours.") FOREIGN_CLIENT_ID
    }
}
