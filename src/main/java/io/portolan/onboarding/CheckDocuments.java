package io.portolan.onboarding;

import static io.portolan.onboarding.PreflightReport.Subject.DOCUMENT;

import io.portolan.tpp.Tpps;
import java.util.List;
import java.util.TreeSet;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether the documents and logos that the bank is handed are there, and good for long enough. */
@Component
@Order(7)
class CheckDocuments implements PreflightCheck {

    private static final List<String> LOGOS = List.of("application.logo", "application.logo-base64");

    private final Tpps tpps;

    CheckDocuments(Tpps tpps) {
        this.tpps = tpps;
    }

    @Override
    public void check(AskedRoute asked, PreflightFindings findings) {
        var names = new TreeSet<String>();
        asked.legs().forEach(leg -> names.addAll(leg.asked().documents()));
        names.forEach(name -> document(name, asked, findings));
        var places = asked.places();
        if (places.containsKey("tpp.logo")) {
            logo("tpp.logo", asked.tpp().profile().details().logo(), "the TPP's profile", places.get("tpp.logo"), asked, findings);
        }
        var application = asked.tpp().profile().applications().get(asked.wish().application());
        LOGOS.stream().filter(place -> places.containsKey(place) && application != null).forEach(place ->
                logo(place, application.logo(), "the application " + asked.wish().application(), places.get(place), asked, findings));
    }

    private void document(String name, AskedRoute asked, PreflightFindings findings) {
        var document = tpps.document(asked.tpp().id(), name);
        if (document.isEmpty()) {
            findings.error(DOCUMENT, "document-missing", name, "This bank asks for the document " + name + ", which the TPP's profile does not have.");
            return;
        }
        var until = document.get().expiresOn();
        if (document.get().isExpired(asked.today())) {
            findings.error(DOCUMENT, "document-expired", name, "This bank asks for the document " + name + ", and ours was good until " + until + " only.");
        } else if (until != null && until.isBefore(AskedRoute.day(asked.shouldLastUntil()))) {
            findings.warning(DOCUMENT, "document-expires-soon", name, "This bank is handed the document " + name + ", which is good until " + until + " only.");
        } else {
            findings.fine(DOCUMENT, "document-there", name, "The document " + name + " is there, good " + (until == null ? "without end." : "until " + until + "."));
        }
    }

    private void logo(String place, String name, String whose, List<String> legs, AskedRoute asked, PreflightFindings findings) {
        if (name != null && tpps.document(asked.tpp().id(), name).isPresent()) {
            findings.fine(DOCUMENT, "logo-there", place, "The document " + name + " is the logo of " + whose + ".");
            return;
        }
        var sentence = AskedRoute.said(legs) + " hands over the logo of " + whose + ", " + (name == null ? "which names none." : "and there is no document " + name + ".");
        if (asked.filledByMachines().containsKey(place)) {
            findings.error(DOCUMENT, "logo-missing", place, sentence);
        } else {
            findings.warning(DOCUMENT, "logo-missing", place, sentence);
        }
    }
}
