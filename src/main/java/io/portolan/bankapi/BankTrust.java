package io.portolan.bankapi;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Trusts banks' servers as Java does (RFC 5280, RFC 9525), and says of one that it does not trust why. */
final class BankTrust extends X509ExtendedTrustManager {

    private static final int MOST_NAMES = 5;
    private static final int A_DNS_NAME = 2;

    private final X509ExtendedTrustManager usual;

    BankTrust(X509ExtendedTrustManager usual) {
        this.usual = usual;
    }

    /** That a server is not trusted, and why, as the end of a sentence. */
    static final class NotTrusted extends CertificateException {

        private static final long serialVersionUID = 1L;

        private NotTrusted(String why, Throwable cause) {
            super(why, cause);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyExchange, SSLEngine engine) throws CertificateException {
        try {
            usual.checkServerTrusted(chain, keyExchange, engine);
        } catch (CertificateException e) {
            throw new NotTrusted(why(chain, keyExchange, e), e);
        }
    }

    private String why(X509Certificate[] chain, String keyExchange, CertificateException refusal) {
        for (var certificate : chain) {
            var whose = certificate == chain[0] ? "its certificate" : "the certificate of its issuer " + name(certificate);
            try {
                certificate.checkValidity();
            } catch (CertificateExpiredException e) {
                return whose + " has ended, on " + certificate.getNotAfter().toInstant();
            } catch (CertificateNotYetValidException e) {
                return whose + " does not begin before " + certificate.getNotBefore().toInstant();
            }
        }
        try {
            usual.checkServerTrusted(chain, keyExchange);
        } catch (CertificateException e) {
            var last = chain[chain.length - 1];
            return "no authority that we trust has issued its certificate; the last issuer that it names is " + last.getIssuerX500Principal()
                    + ". If that is the bank's, let portolan.bankapi.trust or trust of the playbook's connection name it";
        }
        var names = names(chain[0]);
        return String.valueOf(refusal.getMessage()).startsWith("No ") ? "its certificate is not for this host but for "
                + (names.isEmpty() ? "none" : String.join(", ", names)) : "its certificate is not good enough (" + refusal.getMessage() + ")";
    }

    private static String name(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().toString();
    }

    /** The hosts that it is for; without any, what it is called. */
    private static List<String> names(X509Certificate certificate) {
        try {
            var all = certificate.getSubjectAlternativeNames();
            var hosts = Stream.ofNullable(all).flatMap(Collection::stream).filter(name -> Objects.equals(name.get(0), A_DNS_NAME))
                    .map(name -> String.valueOf(name.get(1))).limit(MOST_NAMES).collect(Collectors.toList());
            return hosts.isEmpty() ? List.of(name(certificate)) : hosts;
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyExchange, Socket socket) throws CertificateException {
        usual.checkServerTrusted(chain, keyExchange, socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyExchange) throws CertificateException {
        usual.checkServerTrusted(chain, keyExchange);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyExchange, SSLEngine engine) throws CertificateException {
        throw new CertificateException("we serve nobody");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyExchange, Socket socket) throws CertificateException {
        throw new CertificateException("we serve nobody");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyExchange) throws CertificateException {
        throw new CertificateException("we serve nobody");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return usual.getAcceptedIssuers();
    }
}
