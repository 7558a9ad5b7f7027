package io.portolan.tpp;

import io.portolan.tpp.TppDraft.AddressDraft;
import io.portolan.tpp.TppDraft.ApplicationDraft;
import io.portolan.tpp.TppDraft.ContactDraft;
import io.portolan.tpp.TppDraft.FurtherAddressDraft;
import io.portolan.tpp.TppDraft.PartyDraft;
import io.portolan.tpp.TppDraft.SignatoryDraft;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Writes a TPP down as the draft that would be read as it. */
final class DraftWriter {

    private DraftWriter() {
    }

    static TppDraft draft(Tpp tpp, Long version) {
        var p = tpp.profile();
        var d = p.details();
        return new TppDraft(tpp.id(), version, p.legalName(), p.tradingName(), d.tradingNames(), p.legalForm(), p.country(), draft(p.address()),
                d.addresses().stream().map(DraftWriter::draft).toList(), p.website(), d.terms(), d.privacy(), d.logo(), p.registerNumber(), p.vatNumber(), p.lei(),
                p.authority(), d.authorityId(), p.licenceNumber(), p.roles().stream().map(Enum::name).toList(), List.copyOf(p.passportedTo()),
                p.contacts().stream().map(c -> new ContactDraft(word(c.kind()), c.firstName(), c.lastName(), c.eMail(), c.phone(), written(c.until()))).toList(),
                d.signatories().stream().map(s -> new SignatoryDraft(s.firstName(), s.lastName(), s.position(), s.eMail(), word(s.power()), written(s.until()))).toList(),
                d.outboundAddresses(), each(p.applications(), DraftWriter::draft), each(d.parties(), DraftWriter::draft));
    }

    /** The word for one of ours in drafts. */
    static String word(Enum<?> value) {
        return value == null ? null : value instanceof TppProfile.Role ? value.name() : value.name().toLowerCase(Locale.ROOT);
    }

    private static AddressDraft draft(TppProfile.Address a) {
        return a == null ? null : new AddressDraft(a.street(), a.postalCode(), a.city(), a.country());
    }

    private static FurtherAddressDraft draft(TppDetails.FurtherAddress further) {
        var a = further.address();
        return new FurtherAddressDraft(further.label(), a.street(), a.postalCode(), a.city(), a.country());
    }

    private static ApplicationDraft draft(TppProfile.Application a) {
        return new ApplicationDraft(a.name(), a.description(), a.names(), a.descriptions(), a.platform(), a.type(), a.language(),
                each(a.redirectUris(), uris -> uris.stream().map(URI::toString).toList()), a.logo(), a.terms(), a.privacy(), a.madeFor());
    }

    private static PartyDraft draft(TppDetails.Party p) {
        return new PartyDraft(word(p.kind()), p.legalName(), p.country(), p.registerNumber(), p.authorisationNumber(), p.website(), written(p.since()), written(p.until()));
    }

    private static <A, B> Map<String, B> each(Map<String, A> all, Function<A, B> draft) {
        var drafts = new LinkedHashMap<String, B>();
        all.forEach((key, value) -> drafts.put(key, draft.apply(value)));
        return drafts;
    }

    private static String written(Object day) {
        return day == null ? null : day.toString();
    }
}
