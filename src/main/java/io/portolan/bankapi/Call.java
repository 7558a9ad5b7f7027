package io.portolan.bankapi;

import io.portolan.certificate.Certificate;
import io.portolan.playbook.Connection;
import java.net.URI;
import java.util.Map;

/**
 * A call as it goes out.
 *
 * @param headers the header fields, with their secrets
 * @param body the body, with its secrets, or null
 * @param certificate the certificate for mutual TLS, or null
 * @param connection what is special about the connection
 * @param hidden whether the address itself is a secret
 * @param shown the same call as it may be kept, with dots for secrets
 */
record Call(String method, URI uri, Map<String, String> headers, String body, Certificate certificate, Connection connection, boolean hidden,
        String shown) {

    /** The method and the address without its query, as a sentence of the journal says it. */
    String said() {
        return method + " " + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()) + (hidden ? "/•••" : uri.getRawPath());
    }

    @Override
    public String toString() {
        return shown;
    }
}
