package io.portolan.demo;

import io.portolan.certificate.Certificate;
import io.portolan.certificate.Certificates;
import io.portolan.simulator.DemoTpp;
import io.portolan.simulator.IssuedCertificate;
import io.portolan.tpp.Tpp;
import io.portolan.tpp.TppDetails;
import io.portolan.tpp.TppProfile;
import io.portolan.tpp.Tpps;
import io.portolan.vault.Secret;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the TPP of the demo with a QWAC and a QSealC of the demo's authority, once. */
public final class DemoTppMaker {

    private static final String ACTOR = "user:demo";

    private final Tpps tpps;
    private final Certificates certificates;
    private final DemoWorld world;
    private final String id;
    private final String mailbox;
    private final DemoTpp demo;

    /** Makes it under this id, with the mailbox of this world, where its authority is trusted. */
    public DemoTppMaker(Tpps tpps, Certificates certificates, DemoWorld world, String id) {
        this(tpps, certificates, world, id, world.addresses().mailbox(), DemoTpp.example());
    }

    /** The same with another mailbox and for another company. */
    public DemoTppMaker(Tpps tpps, Certificates certificates, DemoWorld world, String id, String mailbox, DemoTpp demo) {
        this.mailbox = mailbox;
        this.demo = demo;
        this.tpps = tpps;
        this.certificates = certificates;
        this.world = world;
        this.id = id;
    }

    /** Makes what is not there yet; a second start finds it as it is. */
    public void make() {
        if (tpps.find(id).isEmpty()) {
            tpps.save(new Tpp(id, profile()), ACTOR);
            tpps.keepDocument(id, new Tpps.Document("logo", Tpps.Document.Kind.LOGO, "lantern.png", "image/png", demo.logo()), ACTOR);
            tpps.keepDocument(id, new Tpps.Document("licence", Tpps.Document.Kind.LICENCE, "licence.pdf", "application/pdf", demo.licence()), ACTOR);
        }
        if (certificates.of(id).isEmpty()) {
            take(Certificate.Kind.QWAC, world.authority().qwac(demo));
            take(Certificate.Kind.QSEALC, world.authority().qseal(demo));
        }
    }

    private void take(Certificate.Kind kind, IssuedCertificate issued) {
        try (var key = Secret.of(issued.keyPem())) {
            certificates.take(id, kind, "live", kind + " of the demo", issued.chainPem(), key, ACTOR);
        }
    }

    private TppProfile profile() {
        var web = "https://" + demo.website();
        var application = new TppProfile.Application("Lantern Ledger", "Shows account holders all their accounts in one place.",
                "Web", "Web application", "Java", Map.of("live", List.of(URI.create(web + "/callback"))), "logo",
                Map.of("de", "Lantern Kontenbuch"), Map.of("de", "Zeigt Kontoinhabern alle ihre Konten an einem Ort."), null, null, null);
        return new TppProfile(demo.legalName(), "Lantern", "GmbH", demo.country(),
                new TppProfile.Address("Speicherstadt 7", "20457", demo.city(), demo.country()), web,
                "HRB 100200", "DE123456788", null, demo.authorityName(), "BAFIN-100200",
                Set.of(TppProfile.Role.PSP_AI, TppProfile.Role.PSP_PI), Set.of("FR", "NL"),
                List.of(new TppProfile.Contact(TppProfile.Contact.Kind.BANKS, "Ada", "Lantern", mailbox, "+49 40 1234567")),
                Map.of(TppProfile.MAIN, application), new TppDetails(List.of("Lantern Pay"), List.of(), demo.authorityId(),
                        List.of(new TppDetails.Signatory("Grace", "Lantern", "Managing director", mailbox, TppDetails.Signatory.Power.ALONE, null)),
                        List.of("198.51.100.0/28"), web + "/terms", web + "/privacy", "logo", Map.of()));
    }
}
