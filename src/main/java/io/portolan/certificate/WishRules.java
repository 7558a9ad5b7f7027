package io.portolan.certificate;

import io.portolan.refusal.Refused;
import io.portolan.tpp.TppProfile;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Completes a wish for a certificate from the profile of its TPP, and says of each field what is missing or wrong. */
final class WishRules {

    private static final Set<String> ENVIRONMENTS = Set.of("test", "live");
    private static final Pattern DOMAIN = Pattern.compile("(\\*\\.)?([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}");
    private static final Pattern AUTHORITY_ID = Pattern.compile("[A-Z]{2}-[A-Z]{2,8}");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final int LONGEST_NAME = 64;

    private final Map<String, String> wrong = new TreeMap<>();

    private WishRules() {
    }

    static CertificateWish complete(CertificateWish wish, TppProfile profile) {
        var country = or(wish.country(), profile.country());
        var authority = or(wish.authorityId(), or(profile.details().authorityId(), Authorities.of(profile.country())));
        var complete = new CertificateWish(wish.tpp(), wish.kind(), wish.environment(), or(wish.label(), wish.kind() == null ? null : wish.kind().said()),
                or(wish.keyType(), KeyType.RSA_2048.said()), or(wish.commonName(), wish.kind() != null && wish.kind().isForWeb() ? host(profile.website()) : profile.legalName()),
                or(wish.organisation(), profile.legalName()), or(wish.organisationId(), organisationId(authority, profile.licenceNumber())), country,
                or(wish.locality(), profile.address() == null ? null : profile.address().city()), or(wish.authorityName(), profile.authority()), authority,
                wish.roles().isEmpty() ? profile.roles().stream().map(Enum::name).collect(Collectors.toSet()) : wish.roles(), wish.dnsNames());
        new WishRules().check(complete);
        return complete;
    }

    private void check(CertificateWish wish) {
        needs(wish.kind() != null, "kind", "The kind is missing: QWAC, QSealC, OBWAC or OBSEAL.");
        needs(wish.environment() != null && ENVIRONMENTS.contains(wish.environment()), "environment", "The certificate is for test or for live.");
        needs(KeyType.of(wish.keyType()).isPresent(), "keyType", "The key can be one of " + KeyType.all() + ".");
        needs(!isBlank(wish.organisation()), "organisation", "The legal name is missing.");
        needs(!isBlank(wish.country()) && COUNTRIES.contains(wish.country()), "country", "The country is missing, a code of ISO 3166-1 such as DE.");
        needs(!isBlank(wish.organisationId()), "organisationId", "The organizationIdentifier is missing, such as PSDDE-BAFIN-123456; the profile has no number of a licence"
                + " to make it of.");
        needs(isBlank(wish.authorityId()) || AUTHORITY_ID.matcher(wish.authorityId()).matches(), "authorityId", "The id of the authority is like DE-BAFIN.");
        needs(!isBlank(wish.authorityId()), "authorityId", "The id of the authority is missing, such as DE-BAFIN.");
        needs(!isBlank(wish.authorityName()), "authorityName", "The name of the authority is missing.");
        needs(!wish.roles().isEmpty(), "roles", "The roles are missing, such as PSP_AI.");
        needs(wish.roles().stream().allMatch(role -> Psd2Statement.oid(role).isPresent()), "roles", "The roles can be " + String.join(", ", Psd2Statement.names()) + ".");
        needs(!isBlank(wish.commonName()) && wish.commonName().length() <= LONGEST_NAME, "commonName", "The common name has 1 to " + LONGEST_NAME + " characters.");
        if (wish.kind() == Certificate.Kind.QWAC && !isBlank(wish.commonName())) {
            needs(DOMAIN.matcher(wish.commonName()).matches(), "commonName", "The common name of a QWAC is a domain name of ours, such as api.example.com.");
        }
        needs(wish.dnsNames().stream().allMatch(name -> DOMAIN.matcher(name).matches()), "dnsNames", "Domain names are like api.example.com.");
        if (!wrong.isEmpty()) {
            throw Refused.invalid("invalid-request", String.join(" ", wrong.values()), wrong);
        }
    }

    private void needs(boolean isRight, String field, String otherwise) {
        if (!isRight) {
            wrong.putIfAbsent(field, otherwise);
        }
    }

    /** The identifier of a licence; some profiles have the authority in the number already. */
    private static String organisationId(String authority, String licence) {
        if (isBlank(authority) || isBlank(licence)) {
            return null;
        }
        var own = authority.substring(authority.indexOf('-') + 1) + "-";
        var number = licence.startsWith("PSD") ? OrganisationId.of(licence).number() : licence.toUpperCase(Locale.ROOT).startsWith(own) ? licence.substring(own.length()) : licence;
        return "PSD" + authority + "-" + number;
    }

    private static String host(String website) {
        try {
            return isBlank(website) ? null : URI.create(website).getHost();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String or(String given, String otherwise) {
        return isBlank(given) ? otherwise : given.strip();
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
