package io.portolan.tpp;

import io.portolan.refusal.Refused;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Checks what a profile says, field by field; what is left out is the business of the bank that asks for it. */
final class ProfileRules {

    /** The longest that forms of banks take as a name. */
    static final int NAME = 200;
    static final int LINE = 500;

    private static final Pattern AUTHORITY_ID = Pattern.compile("([A-Z]{2})-[A-Z]{2,8}");

    private final FieldChecks checks;

    private ProfileRules(FieldChecks checks) {
        this.checks = checks;
    }

    static void check(Tpp tpp) {
        var checks = new FieldChecks();
        new ProfileRules(checks).read(tpp);
        refuse("invalid-tpp", checks.found());
    }

    /** Reads a draft and tells at once all that is wrong with its words and with what they say; the code says which of the two it is at least. */
    static Tpp checked(TppDraft draft) {
        var checks = new FieldChecks();
        var tpp = new DraftReader(checks).read(draft);
        checks.required("country", draft.country(), "The country is missing: two capital letters of ISO 3166-1, such as DE.");
        checks.country("country", tpp.profile().country());
        new ProfileRules(checks).name(tpp);
        var code = checks.found().isEmpty() ? "invalid-tpp" : "invalid-values";
        new ProfileRules(checks).read(tpp);
        refuse(code, checks.found());
        return tpp;
    }

    private static void refuse(String code, Map<String, String> wrong) {
        if (!wrong.isEmpty()) {
            throw Refused.invalid(code, "This is not how a TPP can be kept: " + String.join(" ", wrong.values()), wrong);
        }
    }

    private void read(Tpp tpp) {
        var profile = tpp.profile();
        if (profile == null) {
            checks.needs(false, "profile", "The profile is missing.");
            return;
        }
        name(tpp);
        company(profile);
        licence(profile);
        PeopleRules.check(checks, profile);
        profile.applications().forEach((label, application) -> ApplicationRules.check(checks, "applications." + label, label, application, profile));
    }

    private void name(Tpp tpp) {
        checks.id("id", "The id", tpp.id());
        checks.needs(!"new".equals(tpp.id()), "id", "The id cannot be new, since the page that adds a TPP is called so; try acme-pay.");
        checks.required("legalName", tpp.profile().legalName(), "The legal name is missing: as it stands in the register of companies.");
    }

    private void company(TppProfile profile) {
        checks.text("legalName", profile.legalName(), NAME);
        checks.text("tradingName", profile.tradingName(), NAME);
        for (int i = 0; i < profile.details().tradingNames().size(); i++) {
            checks.text("furtherTradingNames", profile.details().tradingNames().get(i), NAME);
        }
        checks.text("legalForm", profile.legalForm(), NAME);
        checks.country("country", profile.country());
        if (profile.address() != null) {
            address("address", profile.address());
        }
        for (int i = 0; i < profile.details().addresses().size(); i++) {
            var further = profile.details().addresses().get(i);
            checks.required("furtherAddresses[" + i + "].label", further.label(), "What the address is for is missing, such as Invoices.");
            address("furtherAddresses[" + i + "]", further.address());
        }
        checks.webAddress("website", profile.website(), false);
        checks.webAddress("termsUrl", profile.details().terms(), true);
        checks.webAddress("privacyUrl", profile.details().privacy(), true);
        checks.text("registerNumber", profile.registerNumber(), NAME);
        if (!FieldChecks.isBlank(profile.vatNumber())) {
            VatNumber.wrong(profile.vatNumber()).ifPresent(what -> checks.needs(false, "vatNumber", what));
        }
        checks.needs(FieldChecks.isBlank(profile.lei()) || Lei.isValid(profile.lei()), "lei",
                "The LEI is not valid: 18 letters or digits and two check digits that fit (ISO 17442), such as 529900T8BM49AURSDO55.");
        outbound(profile);
        checks.needs(profile.details().logo() == null || FieldChecks.ID.matcher(profile.details().logo()).matches(), "logo",
                "The logo is the name of one of the documents, such as logo.");
    }

    private void address(String field, TppProfile.Address address) {
        checks.text(field + ".street", address.street(), LINE);
        checks.text(field + ".postalCode", address.postalCode(), 20);
        checks.text(field + ".city", address.city(), NAME);
        checks.country(field + ".country", address.country());
    }

    private void outbound(TppProfile profile) {
        var seen = new HashSet<String>();
        for (var address : profile.details().outboundAddresses()) {
            OutboundAddress.wrong(address).ifPresent(what -> checks.needs(false, "outboundAddresses", "\"" + address + "\" " + what
                    + ": each line is an address such as 198.51.100.7, or a range such as 198.51.100.0/28 or 2001:db8::/48."));
            checks.needs(seen.add(address.toLowerCase(Locale.ROOT)), "outboundAddresses", "\"" + address + "\" is there twice.");
        }
    }

    private void licence(TppProfile profile) {
        checks.text("authority", profile.authority(), NAME);
        checks.text("licenceNumber", profile.licenceNumber(), NAME);
        var authority = profile.details().authorityId();
        if (authority != null) {
            var form = AUTHORITY_ID.matcher(authority);
            checks.needs(form.matches(), "authorityId", "\"" + authority + "\" is no id of an authority: its country, a hyphen and two to eight capital letters,"
                    + " such as DE-BAFIN (ETSI TS 119 495, clause 5.2.3).");
            checks.country("authorityId", form.matches() ? form.group(1) : null);
        }
        profile.passportedTo().forEach(country -> checks.country("passportedTo", country));
        checks.needs(profile.country() == null || !profile.passportedTo().contains(profile.country()), "passportedTo",
                profile.country() + " is the country of the licence itself; a passport is for others.");
    }
}
