package io.portolan.console;

import io.portolan.certificate.CertificateWish;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The form that makes a request for a certificate; what is empty comes from the profile of the TPP. */
record RequestForm(String tpp, String kind, String environment, String label, String keyType, String commonName, String organisationId, String authorityId,
        String dnsNames) {

    CertificateWish wish() {
        return new CertificateWish(tpp == null ? "" : tpp, Given.kind(kind), environment, label, keyType, commonName, null,
                organisationId, null, null, null, authorityId, Set.of(), dnsNames == null || dnsNames.isBlank() ? List.of() : Arrays.asList(dnsNames.strip().split("[\\s,;]+")));
    }

    Map<String, String> typed() {
        var typed = new LinkedHashMap<String, String>();
        typed.put("tpp", tpp);
        typed.put("kind", kind);
        typed.put("environment", environment);
        typed.put("label", label);
        typed.put("keyType", keyType);
        typed.put("commonName", commonName);
        typed.put("organisationId", organisationId);
        typed.put("authorityId", authorityId);
        typed.put("dnsNames", dnsNames);
        return typed;
    }
}
