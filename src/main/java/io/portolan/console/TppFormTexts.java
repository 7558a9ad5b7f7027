package io.portolan.console;

import io.portolan.tpp.TppDraft;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Writes a draft into the fields of its form. */
final class TppFormTexts {

    private final Map<String, String> texts = new LinkedHashMap<>();

    private TppFormTexts() {
    }

    static Map<String, String> of(TppDraft draft) {
        var form = new TppFormTexts();
        form.company(draft);
        form.people(draft);
        form.keyed("applications", draft.applications(), form::application);
        form.keyed("parties", draft.parties(), form::party);
        return form.texts;
    }

    private void company(TppDraft d) {
        put("id", d.id());
        put("version", d.version() == null ? null : d.version().toString());
        put("legalName", d.legalName());
        put("tradingName", d.tradingName());
        put("furtherTradingNames", lines(d.furtherTradingNames()));
        put("legalForm", d.legalForm());
        put("country", d.country());
        if (d.address() != null) {
            address("address.", d.address().street(), d.address().postalCode(), d.address().city(), d.address().country());
        }
        for (int i = 0; i < d.furtherAddresses().size(); i++) {
            var further = d.furtherAddresses().get(i);
            put("furtherAddresses[" + i + "].label", further.label());
            address("furtherAddresses[" + i + "].", further.street(), further.postalCode(), further.city(), further.country());
        }
        put("website", d.website());
        put("termsUrl", d.termsUrl());
        put("privacyUrl", d.privacyUrl());
        put("logo", d.logo());
        put("registerNumber", d.registerNumber());
        put("vatNumber", d.vatNumber());
        put("lei", d.lei());
        put("authority", d.authority());
        put("authorityId", d.authorityId());
        put("licenceNumber", d.licenceNumber());
        put("roles", String.join(" ", d.roles()));
        put("passportedTo", String.join(" ", d.passportedTo()));
        put("outboundAddresses", lines(d.outboundAddresses()));
    }

    private void address(String before, String street, String postalCode, String city, String country) {
        put(before + "street", street);
        put(before + "postalCode", postalCode);
        put(before + "city", city);
        put(before + "country", country);
    }

    private void people(TppDraft d) {
        for (int i = 0; i < d.contacts().size(); i++) {
            var contact = d.contacts().get(i);
            var row = "contacts[" + i + "].";
            put(row + "kind", contact.kind());
            put(row + "firstName", contact.firstName());
            put(row + "lastName", contact.lastName());
            put(row + "eMail", contact.eMail());
            put(row + "phone", contact.phone());
            put(row + "until", contact.until());
        }
        for (int i = 0; i < d.signatories().size(); i++) {
            var signatory = d.signatories().get(i);
            var row = "signatories[" + i + "].";
            put(row + "firstName", signatory.firstName());
            put(row + "lastName", signatory.lastName());
            put(row + "position", signatory.position());
            put(row + "eMail", signatory.eMail());
            put(row + "power", signatory.power());
            put(row + "until", signatory.until());
        }
    }

    private void application(String row, TppDraft.ApplicationDraft a) {
        put(row + "name", a.name());
        put(row + "description", a.description());
        put(row + "names", byLanguage(a.names()));
        put(row + "descriptions", byLanguage(a.descriptions()));
        put(row + "platform", a.platform());
        put(row + "type", a.type());
        put(row + "language", a.language());
        put(row + "redirectUris.live", lines(a.redirectUris().getOrDefault("live", List.of())));
        put(row + "redirectUris.test", lines(a.redirectUris().getOrDefault("test", List.of())));
        put(row + "redirectUris.own", a.redirectUris().entrySet().stream().filter(each -> each.getKey().contains("/"))
                .flatMap(each -> each.getValue().stream().map(uri -> each.getKey() + ": " + uri)).collect(Collectors.joining("\n")));
        put(row + "logo", a.logo());
        put(row + "termsUrl", a.termsUrl());
        put(row + "privacyUrl", a.privacyUrl());
        put(row + "madeFor", a.madeFor());
    }

    private void party(String row, TppDraft.PartyDraft p) {
        put(row + "kind", p.kind());
        put(row + "legalName", p.legalName());
        put(row + "country", p.country());
        put(row + "registerNumber", p.registerNumber());
        put(row + "authorisationNumber", p.authorisationNumber());
        put(row + "website", p.website());
        put(row + "since", p.since());
        put(row + "until", p.until());
    }

    private <T> void keyed(String of, Map<String, T> all, BiConsumer<String, T> write) {
        int next = 0;
        for (var each : all.entrySet()) {
            var row = of + "[" + next++ + "].";
            put(row + "label", each.getKey());
            write.accept(row, each.getValue());
        }
    }

    private static String byLanguage(Map<String, String> said) {
        return said.entrySet().stream().map(each -> each.getKey() + ": " + each.getValue()).collect(Collectors.joining("\n"));
    }

    private static String lines(List<String> items) {
        return String.join("\n", items);
    }

    private void put(String name, String text) {
        if (text != null && !text.isBlank()) {
            texts.put(name, text);
        }
    }
}
