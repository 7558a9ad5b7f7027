package io.portolan.tpp;

import io.portolan.tpp.TppDraft.ApplicationDraft;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads a draft word by word; what cannot be read is left out and told. */
final class DraftReader {

    private final FieldChecks checks;

    DraftReader(FieldChecks checks) {
        this.checks = checks;
    }

    Tpp read(TppDraft d) {
        return new Tpp(text(d.id()), new TppProfile(text(d.legalName()), text(d.tradingName()), text(d.legalForm()), text(d.country()), address(d.address()),
                text(d.website()), text(d.registerNumber()), text(d.vatNumber()), text(d.lei()), text(d.authority()), text(d.licenceNumber()), roles(d.roles()),
                new TreeSet<>(texts(d.passportedTo())), items("contacts", d.contacts(), this::contact), keyed("applications", d.applications(), this::application),
                new TppDetails(texts(d.furtherTradingNames()), items("furtherAddresses", d.furtherAddresses(), (field, a) -> new TppDetails.FurtherAddress(
                        text(a.label()), new TppProfile.Address(text(a.street()), text(a.postalCode()), text(a.city()), text(a.country())))), text(d.authorityId()),
                        items("signatories", d.signatories(), this::signatory), texts(d.outboundAddresses()), text(d.termsUrl()), text(d.privacyUrl()), text(d.logo()),
                        keyed("parties", d.parties(), this::party))));
    }

    private static TppProfile.Address address(TppDraft.AddressDraft a) {
        var address = a == null ? null : new TppProfile.Address(text(a.street()), text(a.postalCode()), text(a.city()), text(a.country()));
        return address == null || address.equals(new TppProfile.Address(null, null, null, null)) ? null : address;
    }

    private Set<TppProfile.Role> roles(List<String> words) {
        var roles = EnumSet.noneOf(TppProfile.Role.class);
        texts(words).stream().map(each -> word(TppProfile.Role.class, "roles", each)).filter(Objects::nonNull).forEach(roles::add);
        return roles;
    }

    private TppProfile.Contact contact(String field, TppDraft.ContactDraft c) {
        return new TppProfile.Contact(word(TppProfile.Contact.Kind.class, field + ".kind", c.kind()), text(c.firstName()), text(c.lastName()), text(c.eMail()),
                text(c.phone()), day(field + ".until", c.until()));
    }

    private TppDetails.Signatory signatory(String field, TppDraft.SignatoryDraft s) {
        return new TppDetails.Signatory(text(s.firstName()), text(s.lastName()), text(s.position()), text(s.eMail()),
                word(TppDetails.Signatory.Power.class, field + ".power", s.power()), day(field + ".until", s.until()));
    }

    private TppDetails.Party party(String field, TppDraft.PartyDraft p) {
        return new TppDetails.Party(word(TppDetails.Party.Kind.class, field + ".kind", p.kind()), text(p.legalName()), text(p.country()), text(p.registerNumber()),
                text(p.authorisationNumber()), text(p.website()), day(field + ".since", p.since()), day(field + ".until", p.until()));
    }

    private TppProfile.Application application(String field, ApplicationDraft a) {
        var redirects = new LinkedHashMap<String, List<URI>>();
        if (a.redirectUris() != null) {
            a.redirectUris().forEach((environment, uris) -> {
                var read = texts(uris).stream().map(each -> uri(field + ".redirectUris." + environment, each)).filter(Objects::nonNull).toList();
                if (!read.isEmpty()) {
                    redirects.put(environment, read);
                }
            });
        }
        return new TppProfile.Application(text(a.name()), text(a.description()), text(a.platform()), text(a.type()), text(a.language()), redirects, text(a.logo()),
                said(a.names()), said(a.descriptions()), text(a.termsUrl()), text(a.privacyUrl()), text(a.madeFor()));
    }

    private static Map<String, String> said(Map<String, String> byLanguage) {
        var said = new LinkedHashMap<String, String>();
        if (byLanguage != null) {
            byLanguage.forEach((language, words) -> {
                if (text(words) != null) {
                    said.put(language, text(words));
                }
            });
        }
        return said;
    }

    private <E extends Enum<E>> E word(Class<E> type, String field, String written) {
        var word = text(written);
        if (word == null) {
            return null;
        }
        var found = Arrays.stream(type.getEnumConstants()).filter(value -> DraftWriter.word(value).equalsIgnoreCase(word)).findFirst();
        checks.needs(found.isPresent(), field, "\"" + word + "\" is not one of " + Arrays.stream(type.getEnumConstants()).map(DraftWriter::word)
                .collect(Collectors.joining(", ")) + ".");
        return found.orElse(null);
    }

    private LocalDate day(String field, String written) {
        try {
            return text(written) == null ? null : LocalDate.parse(text(written));
        } catch (DateTimeParseException e) {
            checks.needs(false, field, "\"" + written.strip() + "\" is no day; write it like 2027-03-31.");
            return null;
        }
    }

    private URI uri(String field, String written) {
        try {
            return new URI(written);
        } catch (URISyntaxException e) {
            checks.needs(false, field, RedirectUris.notRight(written, "has characters that no address has"));
            return null;
        }
    }

    private <A, B> List<B> items(String field, List<A> drafts, BiFunction<String, A, B> read) {
        var there = drafts == null ? List.<A>of() : drafts.stream().filter(Objects::nonNull).toList();
        return IntStream.range(0, there.size()).mapToObj(at -> read.apply(field + "[" + at + "]", there.get(at))).toList();
    }

    private <A, B> Map<String, B> keyed(String field, Map<String, A> drafts, BiFunction<String, A, B> read) {
        var all = new LinkedHashMap<String, B>();
        if (drafts != null) {
            drafts.forEach((key, draft) -> {
                if (draft != null) {
                    all.put(key, read.apply(field + "." + key, draft));
                }
            });
        }
        return all;
    }

    private static List<String> texts(List<String> written) {
        return written == null ? List.of() : written.stream().map(DraftReader::text).filter(Objects::nonNull).distinct().toList();
    }

    private static String text(String written) {
        return written == null || written.isBlank() ? null : written.strip();
    }
}
