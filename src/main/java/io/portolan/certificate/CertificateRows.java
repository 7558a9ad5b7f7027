package io.portolan.certificate;

import io.portolan.database.Timestamps;
import java.security.cert.X509Certificate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** How certificates stand in our tables. */
final class CertificateRows {

    private CertificateRows() {
    }

    static Certificate read(ResultSet row, int number) throws SQLException {
        return CertificateReading.of(row.getString("id"), row.getString("tpp"), Certificate.Kind.valueOf(row.getString("kind")),
                row.getString("environment"), row.getString("bank"), row.getString("label"), ReadChains.of(row.getString("chain_pem")),
                row.getString("key_holder") != null, Timestamps.read(row, "taken_at"), Timestamps.read(row, "retired_at"));
    }

    static String pem(List<X509Certificate> chain) {
        return chain.stream().map(CertificateForms::pem).collect(Collectors.joining());
    }
}
