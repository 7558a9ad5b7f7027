package io.portolan.tpp;

/** Checks the contacts, signatories, agents and customers of a profile. */
final class PeopleRules {

    private PeopleRules() {
    }

    static void check(FieldChecks checks, TppProfile profile) {
        for (int i = 0; i < profile.contacts().size(); i++) {
            contact(checks, "contacts[" + i + "]", profile.contacts().get(i));
        }
        for (int i = 0; i < profile.details().signatories().size(); i++) {
            signatory(checks, "signatories[" + i + "]", profile.details().signatories().get(i));
        }
        profile.details().parties().forEach((label, party) -> party(checks, "parties." + label, label, party));
    }

    private static void contact(FieldChecks checks, String field, TppProfile.Contact contact) {
        checks.needs(contact.kind() != null || !checks.isFree(field + ".kind"), field + ".kind", "What the contact is there for is missing: banks, business, technical or incident.");
        checks.needs(!FieldChecks.isBlank(contact.eMail()) || !FieldChecks.isBlank(contact.phone()), field + ".eMail",
                "A contact can be reached: by an e-mail address, a telephone number, or both.");
        checks.text(field + ".firstName", contact.firstName(), ProfileRules.NAME);
        checks.text(field + ".lastName", contact.lastName(), ProfileRules.NAME);
        checks.eMail(field + ".eMail", contact.eMail());
        checks.phone(field + ".phone", contact.phone());
    }

    private static void signatory(FieldChecks checks, String field, TppDetails.Signatory signatory) {
        checks.required(field + ".lastName", signatory.lastName(), "The last name of the signatory is missing.");
        checks.text(field + ".firstName", signatory.firstName(), ProfileRules.NAME);
        checks.text(field + ".lastName", signatory.lastName(), ProfileRules.NAME);
        checks.text(field + ".position", signatory.position(), ProfileRules.NAME);
        checks.eMail(field + ".eMail", signatory.eMail());
        checks.needs(signatory.power() != null || !checks.isFree(field + ".power"), field + ".power", "How the signatory signs is missing: alone or jointly.");
    }

    private static void party(FieldChecks checks, String field, String label, TppDetails.Party party) {
        checks.id(field, "The label of an agent or customer", label);
        checks.needs(party.kind() != null || !checks.isFree(field + ".kind"), field + ".kind", "Whether " + label + " is an agent or a customer is missing.");
        checks.required(field + ".legalName", party.legalName(), "The legal name of " + label + " is missing.");
        checks.text(field + ".legalName", party.legalName(), ProfileRules.NAME);
        checks.country(field + ".country", party.country());
        checks.text(field + ".registerNumber", party.registerNumber(), ProfileRules.NAME);
        checks.text(field + ".authorisationNumber", party.authorisationNumber(), ProfileRules.NAME);
        checks.webAddress(field + ".website", party.website(), false);
        checks.needs(party.since() == null || party.until() == null || !party.until().isBefore(party.since()), field + ".until",
                "The last day is not before the first, " + party.since() + ".");
    }
}
