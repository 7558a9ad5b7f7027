package io.portolan.console;

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
        return new Section("company", "Company", null, List.of(new Group(null, null, List.of(
                required("legalName", "Legal name", "As in the register of companies."), text("tradingName", "Trading name", "The one that is used most."),
                lines("furtherTradingNames", "Further trading names", "One on each line."), text("legalForm", "Legal form", "Such as GmbH."),
                required("country", "Country", "Two capital letters, such as DE."), text("registerNumber", "Register number", "Such as HRB 100200."),
                text("vatNumber", "VAT number", "With the letters of its country, such as DE123456788."), text("lei", "LEI", "20 letters and digits."),
                text("website", "Website", "Whole, such as https://example.com."), text("termsUrl", "Terms of use", "Where they stand on the web."),
                text("privacyUrl", "Privacy notice", "Where it stands on the web."), text("logo", "Logo of the company", "The name of one of the documents.")))), null, null);
    }

    private Section addresses() {
        var groups = new ArrayList<Group>();
        groups.add(new Group("Registered address", null, address("address.")));
        rows("furtherAddresses", "Further address", row -> joined(List.of(required(row + "label", "What it is for", "Such as Invoices.")), address(row)), groups);
        return new Section("addresses", "Addresses", null, groups, "furtherAddresses", "Add an address");
    }

    private List<Field> address(String before) {
        return List.of(text(before + "street", "Street and number", null), text(before + "postalCode", "Postal code", null), text(before + "city", "City", null),
                text(before + "country", "Country of the address", "Two capital letters, such as DE."));
    }

    private Section licence() {
        var roles = Arrays.stream(TppProfile.Role.values()).map(role -> new Choice(role.name(), role.name() + ", " + said(role),
                Arrays.asList(form.value("roles").split("[\\s,]+")).contains(role.name()))).toList();
        return new Section("licence", "Licence", null, List.of(new Group(null, null, List.of(
                text("authority", "Authority", "The one that gave the licence, such as Federal Financial Supervisory Authority."),
                text("authorityId", "Id of the authority", "As certificates have it, such as DE-BAFIN."), text("licenceNumber", "Authorisation number", "As in the authority's register."),
                new Field("roles", "Roles", null, Kind.CHECKS, roles, form.value("roles"), wrong.get("roles"), false),
                text("passportedTo", "Passported to", "Countries with a space between, such as AT CZ.")))), null, null);
    }

    private static String said(TppProfile.Role role) {
        return switch (role) {
            case PSP_AS -> "account servicing";
            case PSP_PI -> "payment initiation";
            case PSP_AI -> "account information";
            case PSP_IC -> "card-based instruments";
        };
    }

    private Section contacts() {
        var groups = new ArrayList<Group>();
        rows("contacts", "Contact", row -> List.of(select(row + "kind", "There for", List.of("banks", "Banks: whom they write to", "business", "Business questions", "technical",
                "Technical questions", "incident", "Incidents")), text(row + "firstName", "First name", null), text(row + "lastName", "Last name", null),
                text(row + "eMail", "E-mail address", null), text(row + "phone", "Telephone", "With its country, such as +49 40 123456."),
                date(row + "until", "Leaves on", "From the day after, banks are given somebody else.")), groups);
        return new Section("contacts", "Contacts", "The first who is there for something is the one that banks are given.", groups, "contacts", "Add a contact");
    }

    private Section signatories() {
        var groups = new ArrayList<Group>();
        rows("signatories", "Signatory", row -> List.of(text(row + "firstName", "First name", null), required(row + "lastName", "Last name", null),
                text(row + "position", "Position", "Such as Managing director."), text(row + "eMail", "E-mail address", null),
                select(row + "power", "Signs", List.of("alone", "Alone", "jointly", "Jointly with another")), date(row + "until", "Until", null)), groups);
        return new Section("signatories", "Signatories", null, groups, "signatories", "Add a signatory");
    }

    private Section network() {
        return new Section("network", "Where our calls come from", null, List.of(new Group(null, null, List.of(
                lines("outboundAddresses", "Outbound addresses", "IP addresses or ranges, one on each line, such as 198.51.100.0/28.")))), null, null);
    }

    private Section applications() {
        var parties = new ArrayList<String>();
        for (int i = 0; i < form.rows("parties"); i++) {
            parties.addAll(List.of(form.value("parties[" + i + "].label"), form.value("parties[" + i + "].legalName")));
        }
        var groups = new ArrayList<Group>();
        rows("applications", "Application", row -> List.of(required(row + "label", "Label", "How we call it, such as main; it never reaches a bank."),
                required(row + "name", "Name", "What account holders read at the bank."), lines(row + "names", "Name in further languages", "One on each line, such as de: Kontenbuch."),
                lines(row + "description", "Description", null), lines(row + "descriptions", "Description in further languages", "Each begins with its language, such as de: Zeigt alle Konten."),
                text(row + "type", "Type", "Such as Web application."), text(row + "platform", "Platform", "Such as Web."), text(row + "language", "Programming language", "Such as Java."),
                lines(row + "redirectUris.live", "Redirect URIs, live", "One on each line, with https."),
                lines(row + "redirectUris.test", "Redirect URIs, test", "One on each line; here they may lead to localhost."),
                lines(row + "redirectUris.own", "Redirect URIs for one bank's environment", "They go before those above. One on each line, such as xx-harbour/sandbox: https://example.com/callback."),
                text(row + "logo", "Logo", "The name of one of the documents."), text(row + "termsUrl", "Terms of use", "If not those of the company."),
                text(row + "privacyUrl", "Privacy notice", "If not that of the company."),
                parties.isEmpty() ? text(row + "madeFor", "Registered for", "Empty for the TPP itself, or the label of an agent or customer.")
                        : select(row + "madeFor", "Registered for", "The TPP itself", parties)), groups);
        return new Section("applications", "Applications", null, groups, "applications", "Add an application");
    }

    private Section parties() {
        var groups = new ArrayList<Group>();
        rows("parties", "Agent or customer", row -> List.of(required(row + "label", "Label", "How we call it, such as lantern-agent."),
                select(row + "kind", "Is", List.of("agent", "An agent, who works in our name", "customer", "A customer, for whom we register")), required(row + "legalName", "Legal name", null),
                text(row + "country", "Country", "Two capital letters, such as DE."), text(row + "registerNumber", "Register number", null),
                text(row + "authorisationNumber", "Number at the authority", "For agents, as in the authority's register."), text(row + "website", "Website", null),
                date(row + "since", "Since", null), date(row + "until", "Until", null)), groups);
        return new Section("parties", "Agents and customers", "Who works under this licence, and for whom applications are registered.", groups, "parties", "Add an agent or customer");
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
        return select(name, label, "Choose", valuesAndLabels);
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
