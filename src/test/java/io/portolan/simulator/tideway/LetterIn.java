package io.portolan.simulator.tideway;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;

/** A letter as the clerk reads it. */
record LetterIn(String messageId, String sender, String subject, String text, X509Certificate certificate) {

    static LetterIn read(MimeMessage message) {
        try {
            var text = new StringBuilder();
            X509Certificate certificate = null;
            if (message.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    var part = parts.getBodyPart(i);
                    if (part.getFileName() == null) {
                        text.append(part.getContent());
                    } else if (part.getFileName().endsWith(".pem")) {
                        certificate = certificate(part.getInputStream().readAllBytes()).orElse(certificate);
                    }
                }
            } else {
                text.append(message.getContent());
            }
            return new LetterIn(message.getMessageID(), ((InternetAddress) message.getFrom()[0]).getAddress(), message.getSubject(), text.toString(), certificate);
        } catch (MessagingException | IOException e) {
            throw new IllegalArgumentException("a letter that nobody can read", e);
        }
    }

    private static Optional<X509Certificate> certificate(byte[] pem) {
        try {
            return Optional.of((X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem)));
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }
}
