package io.portolan.certificate;

import java.time.Instant;
import java.util.List;

/** When our certificates end, those that are retired left out: of one TPP, or of all where that is null. */
public interface CertificateEnds {

    /** Those that end between these moments, the first to end first. */
    List<End> between(String tpp, Instant from, Instant until);

    /** A certificate, and when it ends. */
    record End(String certificate, String tpp, Certificate.Kind kind, String environment, String label, Instant at) { }
}
