package io.portolan.demo;

import io.portolan.certificate.Certificate;
import io.portolan.certificate.Certificates;
import io.portolan.simulator.DemoTpp;
import io.portolan.simulator.Harbour;
import io.portolan.simulator.IssuedCertificate;
import io.portolan.tpp.Tpp;
import io.portolan.tpp.TppProfile;
import io.portolan.tpp.Tpps;
import io.portolan.vault.Secret;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;

/** Makes the TPP of the demo with a QWAC and a QSealC of the demo's authority, once. */
public final class DemoTppMaker {

    private static final String ACTOR = "user:demo";

    private final Tpps tpps;
    private final Certificates certificates;
    private final Harbour bank;

    /** Makes it where this bank's authority is trusted. */
    public DemoTppMaker(Tpps tpps, Certificates certificates, Harbour bank) {
        this.tpps = tpps;
        this.certificates = certificates;
        this.bank = bank;
    }

    /** Makes what is not there yet; a second start finds it as it is. */
    public void make() {
        if (tpps.find(DemoProperties.TPP).isEmpty()) {
            tpps.save(new Tpp(DemoProperties.TPP, profile(bank.addresses().mailbox())), ACTOR);
            tpps.keepDocument(DemoProperties.TPP, new Tpps.Document("logo", "lantern.png", "image/png", logo()));
        }
        if (certificates.of(DemoProperties.TPP).isEmpty()) {
            take(Certificate.Kind.QWAC, bank.authority().qwac(DemoTpp.example()));
            take(Certificate.Kind.QSEALC, bank.authority().qseal(DemoTpp.example()));
        }
    }

    private void take(Certificate.Kind kind, IssuedCertificate issued) {
        try (var key = Secret.of(issued.keyPem())) {
            certificates.take(DemoProperties.TPP, kind, "live", kind + " of the demo", issued.chainPem(), key, ACTOR);
        }
    }

    private static TppProfile profile(String mailbox) {
        var demo = DemoTpp.example();
        var application = new TppProfile.Application("Lantern Ledger", "Shows account holders all their accounts in one place.",
                "Web", "Server application", "Java",
                Map.of("live", List.of(URI.create("https://" + demo.website() + "/callback"))), "logo");
        return new TppProfile(demo.legalName(), "Lantern", "GmbH", demo.country(),
                new TppProfile.Address("Speicherstadt 7", "20457", demo.city(), demo.country()), "https://" + demo.website(),
                "HRB 100200", "DE123456788", null, demo.authorityName(), "BAFIN-100200",
                Set.of(TppProfile.Role.PSP_AI, TppProfile.Role.PSP_PI), Set.of("FR", "NL"),
                List.of(new TppProfile.Contact(TppProfile.Contact.Kind.BANKS, "Ada", "Lantern", mailbox, "+49 40 1234567")),
                Map.of(TppProfile.MAIN, application));
    }

    /** A lantern, more or less: a lit square in a frame. */
    private static byte[] logo() {
        var picture = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(new Color(0x0b3954));
        pen.fillRect(0, 0, 64, 64);
        pen.setColor(new Color(0xffc857));
        pen.fillRect(20, 16, 24, 36);
        pen.dispose();
        var written = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", written);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written.toByteArray();
    }
}
