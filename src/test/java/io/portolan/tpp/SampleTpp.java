package io.portolan.tpp;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A TPP for tests; nobody of that name exists. */
public final class SampleTpp {

    private SampleTpp() {
    }

    /** One whose profile has nothing wrong. */
    public static Tpp lantern() {
        return new Tpp("lantern", profile("DE", "DE811907980", "529900T8BM49AURSDO55", "api@lantern-payments.example",
                URI.create("https://lantern-payments.example/callback")));
    }

    static TppProfile profile(String country, String vatNumber, String lei, String eMail, URI redirect) {
        return new TppProfile("Lantern Payments GmbH", "Lantern", "GmbH", country,
                new TppProfile.Address("Deichstraße 1", "20459", "Hamburg", "DE"), "https://lantern-payments.example",
                "HRB 100200", vatNumber, lei, "BaFin", "100200", Set.of(TppProfile.Role.PSP_AI, TppProfile.Role.PSP_PI),
                Set.of("AT", "CZ"),
                List.of(new TppProfile.Contact(TppProfile.Contact.Kind.BANKS, "Ada", "Lehmann", eMail, "+49 40 123456")),
                Map.of(TppProfile.MAIN, new TppProfile.Application("Lantern", "Shows accounts", "web", "server", "Java",
                        Map.of("live", List.of(redirect)), "logo", Map.of("de", "Laterne"), Map.of("de", "Zeigt Konten"), null, null, null)), details());
    }

    private static TppDetails details() {
        return new TppDetails(List.of("Lantern Pay"), List.of(new TppDetails.FurtherAddress("Invoices", new TppProfile.Address("Postfach 1", "20001", "Hamburg", "DE"))),
                "DE-BAFIN", List.of(new TppDetails.Signatory("Grace", "Petersen", "Managing director", "grace@lantern-payments.example", TppDetails.Signatory.Power.ALONE, null)),
                List.of("198.51.100.0/28"), "https://lantern-payments.example/terms", "https://lantern-payments.example/privacy", "logo",
                Map.of("harbour-pay", new TppDetails.Party(TppDetails.Party.Kind.AGENT, "Harbour Pay Ltd", "DE", "HRB 7", "AG-7", "https://harbour-pay.example",
                        LocalDate.of(2026, 1, 1), null)));
    }
}
