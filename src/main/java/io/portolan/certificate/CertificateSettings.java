package io.portolan.certificate;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How banks reach us.
 *
 * @param publicAddress what stands before {@code /jwks/} in the addresses of our public keys, or null where banks are not given such
 */
@ConfigurationProperties("portolan.certificate")
record CertificateSettings(URI publicAddress) {

    CertificateSettings {
        if (publicAddress != null && !isUsable(publicAddress)) {
            throw new IllegalArgumentException("portolan.certificate.public-address is an https address without query, such as https://keys.tpp.example, and not " + publicAddress);
        }
    }

    private static boolean isUsable(URI address) {
        return "https".equals(address.getScheme()) && address.getHost() != null && address.getRawUserInfo() == null && address.getRawQuery() == null
                && address.getRawFragment() == null;
    }
}
