package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.tpp.TppProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The fields of a TPP as pages show them: in sections, with labels, hints, and what is wrong with each. */
final class TppFields {

    private final TppForm form;
    private final Map<String, String> wrong;

    private TppFields(TppForm form, Map<String, String> wrong) {
        this.form = form;
        this.wrong = wrong;
    }

    /** What a field is for whoever types. */
    enum Kind { TEXT, DATE, LINES, SELECT, CHECKS }

    /** Something to choose. */
    record Choice(String value, String label, boolean isChosen) { }

    /** A field; {@code wrong} is null where nothing is. */
    record Field(String name, String label, String hint, Kind kind, List<Choice> choices, String value, String wrong, boolean isRequired) {

        /** Its id on the page. */
        public String id() {
            return TppFields.id(name);
        }

        /** What it says, for those who only read. */
        public String said() {
            return choices.isEmpty() ? value : String.join("; ", choices.stream().filter(Choice::isChosen).filter(choice -> !choice.value().isEmpty()).map(Choice::label).toList());
        }
    }

    /** Fields that belong together; {@code row} is the name of the row that they are, or null. */
    record Group(String legend, String row, List<Field> fields) { }

    /** A section; {@code adds} is what its rows are called, or null where it has none. */
    record Section(String id, String title, String lead, List<Group> groups, String adds, String addLabel) { }

    /** The id that a field of this name has on the page. */
    static String id(String name) {
        return "f-" + name.replaceAll("[^A-Za-z0-9]+", "-");
    }

    static List<Section> of(TppForm form, Map<String, String> wrong) {
        var fields = new TppFields(form, wrong);
        return List.of(fields.company(), fields.addresses(), fields.licence(), fields.contacts(), fields.signatories(), fields.network(), fields.applications(), fields.parties());
    }

    private Section company() {
        return new Section("company", say("tpp.company"), null, List.of(new Group(null, null, List.of(
                required("legalName", say("tpp.legal-name"), say("tpp.as-in-the-register-of")), text("tradingName", say("tpp.trading-name"), say("tpp.the-one-that-is-used")),
                lines("furtherTradingNames", say("tpp.further-trading-names"), say("tpp.one-on-each-line")), text("legalForm", say("tpp.legal-form"), say("tpp.such-as-gmbh")),
                required("country", say("tpp.country"), say("tpp.two-capital-letters-such-as")), text("registerNumber", say("tpp.register-number"), say("tpp.such-as-hrb-100200")),
                text("vatNumber", say("tpp.vat-number"), say("tpp.with-the-letters-of-its")), text("lei", "LEI", say("tpp.20-letters-and-digits")),
                text("website", say("tpp.website"), say("tpp.whole-such-as-https-example")), text("termsUrl", say("tpp.terms-of-use"), say("tpp.where-they-stand-on-the")),
                text("privacyUrl", say("tpp.privacy-notice"), say("tpp.where-it-stands-on-the")), text("logo", say("tpp.logo-of-the-company"), say("tpp.the-name-of-one-of"))))), null, null);
    }

    private Section addresses() {
        var groups = new ArrayList<Group>();
        groups.add(new Group(say("tpp.registered-address"), null, address("address.")));
        rows("furtherAddresses", say("tpp.further-address"), row -> joined(List.of(required(row + "label", say("tpp.what-it-is-for"), say("tpp.such-as-invoices"))), address(row)), groups);
        return new Section("addresses", say("tpp.addresses"), null, groups, "furtherAddresses", say("tpp.add-an-address"));
    }

    private List<Field> address(String before) {
        return List.of(text(before + "street", say("tpp.street-and-number"), null), text(before + "postalCode", say("tpp.postal-code"), null), text(before + "city", say("tpp.city"), null),
                text(before + "country", say("tpp.country-of-the-address"), say("tpp.two-capital-letters-such-as")));
    }

    private Section licence() {
        var roles = Arrays.stream(TppProfile.Role.values()).map(role -> new Choice(role.name(), role.name() + ", " + said(role),
                Arrays.asList(form.value("roles").split("[\\s,]+")).contains(role.name()))).toList();
        return new Section("licence", say("tpp.licence"), null, List.of(new Group(null, null, List.of(
                text("authority", say("tpp.authority"), say("tpp.the-one-that-gave-the")),
                text("authorityId", say("tpp.id-of-the-authority"), say("tpp.as-certificates-have-it-such")), text("licenceNumber", say("tpp.authorisation-number"), say("tpp.as-in-the-authoritys-register")),
                new Field("roles", say("tpp.roles"), null, Kind.CHECKS, roles, form.value("roles"), wrong.get("roles"), false),
                text("passportedTo", say("tpp.passported-to"), say("tpp.countries-with-a-space-between"))))), null, null);
    }

    private static String said(TppProfile.Role role) {
        return switch (role) {
            case PSP_AS -> say("tpp.account-servicing");
            case PSP_PI -> say("tpp.payment-initiation");
            case PSP_AI -> say("tpp.account-information");
            case PSP_IC -> say("tpp.card-based-instruments");
        };
    }

    private Section contacts() {
        var groups = new ArrayList<Group>();
        rows("contacts", say("tpp.contact"), row -> List.of(select(row + "kind", say("tpp.there-for"), List.of("banks", say("tpp.banks-whom-they-write-to"), "business", say("tpp.business-questions"), "technical",
                say("tpp.technical-questions"), "incident", say("tpp.incidents"))), text(row + "firstName", say("tpp.first-name"), null), text(row + "lastName", say("tpp.last-name"), null),
                text(row + "eMail", say("tpp.e-mail-address"), null), text(row + "phone", say("tpp.telephone"), say("tpp.with-its-country-such-as")),
                date(row + "until", say("tpp.leaves-on"), say("tpp.from-the-day-after-banks"))), groups);
        return new Section("contacts", say("tpp.contacts"), say("tpp.the-first-who-is-there"), groups, "contacts", say("tpp.add-a-contact"));
    }

    private Section signatories() {
        var groups = new ArrayList<Group>();
        rows("signatories", say("tpp.signatory"), row -> List.of(text(row + "firstName", say("tpp.first-name"), null), required(row + "lastName", say("tpp.last-name"), null),
                text(row + "position", say("tpp.position"), say("tpp.such-as-managing-director")), text(row + "eMail", say("tpp.e-mail-address"), null),
                select(row + "power", say("tpp.signs"), List.of("alone", say("tpp.alone"), "jointly", say("tpp.jointly-with-another"))), date(row + "until", say("tpp.until"), null)), groups);
        return new Section("signatories", say("tpp.signatories"), null, groups, "signatories", say("tpp.add-a-signatory"));
    }

    private Section network() {
        return new Section("network", say("tpp.where-our-calls-come-from"), null, List.of(new Group(null, null, List.of(
                lines("outboundAddresses", say("tpp.outbound-addresses"), say("tpp.ip-addresses-or-ranges-one"))))), null, null);
    }

    private Section applications() {
        var parties = new ArrayList<String>();
        for (int i = 0; i < form.rows("parties"); i++) {
            parties.addAll(List.of(form.value("parties[" + i + "].label"), form.value("parties[" + i + "].legalName")));
        }
        var groups = new ArrayList<Group>();
        rows("applications", say("tpp.application"), row -> List.of(required(row + "label", say("tpp.label"), say("tpp.how-we-call-it-such")),
                required(row + "name", say("tpp.name"), say("tpp.what-account-holders-read-at")), lines(row + "names", say("tpp.name-in-further-languages"), say("tpp.one-on-each-line-such")),
                lines(row + "description", say("tpp.description"), null), lines(row + "descriptions", say("tpp.description-in-further-languages"), say("tpp.each-begins-with-its-language")),
                text(row + "type", say("tpp.type"), say("tpp.such-as-web-application")), text(row + "platform", say("tpp.platform"), say("tpp.such-as-web")), text(row + "language", say("tpp.programming-language"), say("tpp.such-as-java")),
                lines(row + "redirectUris.live", say("tpp.redirect-uris-live"), say("tpp.one-on-each-line-with")),
                lines(row + "redirectUris.test", say("tpp.redirect-uris-test"), say("tpp.one-on-each-line-here")),
                lines(row + "redirectUris.own", say("tpp.redirect-uris-for-one-banks"), say("tpp.they-go-before-those-above")),
                text(row + "logo", say("tpp.logo"), say("tpp.the-name-of-one-of")), text(row + "termsUrl", say("tpp.terms-of-use"), say("tpp.if-not-those-of-the")),
                text(row + "privacyUrl", say("tpp.privacy-notice"), say("tpp.if-not-that-of-the")),
                parties.isEmpty() ? text(row + "madeFor", say("tpp.registered-for"), say("tpp.empty-for-the-tpp-itself"))
                        : select(row + "madeFor", say("tpp.registered-for"), say("tpp.the-tpp-itself"), parties)), groups);
        return new Section("applications", say("tpp.applications"), null, groups, "applications", say("tpp.add-an-application"));
    }

    private Section parties() {
        var groups = new ArrayList<Group>();
        rows("parties", say("tpp.agent-or-customer"), row -> List.of(required(row + "label", say("tpp.label"), say("tpp.how-we-call-it-such-as")),
                select(row + "kind", say("tpp.is"), List.of("agent", say("tpp.an-agent-who-works-in"), "customer", say("tpp.a-customer-for-whom-we"))), required(row + "legalName", say("tpp.legal-name"), null),
                text(row + "country", say("tpp.country"), say("tpp.two-capital-letters-such-as")), text(row + "registerNumber", say("tpp.register-number"), null),
                text(row + "authorisationNumber", say("tpp.number-at-the-authority"), say("tpp.for-agents-as-in-the")), text(row + "website", say("tpp.website"), null),
                date(row + "since", say("tpp.since"), null), date(row + "until", say("tpp.until"), null)), groups);
        return new Section("parties", say("tpp.agents-and-customers"), say("tpp.who-works-under-this-licence"), groups, "parties", say("tpp.add-an-agent-or-customer"));
    }

    private void rows(String of, String legend, Function<String, List<Field>> fields, List<Group> groups) {
        IntStream.range(0, form.rows(of)).forEach(at -> groups.add(new Group(legend + " " + (at + 1), of + "[" + at + "]", fields.apply(of + "[" + at + "]."))));
    }

    private Field text(String name, String label, String hint) {
        return new Field(name, label, hint, Kind.TEXT, List.of(), form.value(name), wrong.get(name), false);
    }

    private Field required(String name, String label, String hint) {
        return new Field(name, label, hint, Kind.TEXT, List.of(), form.value(name), wrong.get(name), true);
    }

    private Field date(String name, String label, String hint) {
        return new Field(name, label, hint, Kind.DATE, List.of(), form.value(name), wrong.get(name), false);
    }

    private Field lines(String name, String label, String hint) {
        return new Field(name, label, hint, Kind.LINES, List.of(), form.value(name), wrong.get(name), false);
    }

    private Field select(String name, String label, List<String> valuesAndLabels) {
        return select(name, label, say("tpp.choose"), valuesAndLabels);
    }

    private Field select(String name, String label, String none, List<String> valuesAndLabels) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", none, form.value(name).isEmpty()));
        for (int i = 0; i < valuesAndLabels.size(); i += 2) {
            choices.add(new Choice(valuesAndLabels.get(i), valuesAndLabels.get(i + 1), valuesAndLabels.get(i).equals(form.value(name))));
        }
        return new Field(name, label, null, Kind.SELECT, choices, form.value(name), wrong.get(name), false);
    }

    private static List<Field> joined(List<Field> first, List<Field> then) {
        var all = new ArrayList<>(first);
        all.addAll(then);
        return all;
    }
}
