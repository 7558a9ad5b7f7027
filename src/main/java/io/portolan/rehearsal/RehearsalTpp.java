package io.portolan.rehearsal;

import io.portolan.certificate.Certificate;
import io.portolan.certificate.RehearsalAuthority;
import io.portolan.playbook.LegAsked;
import io.portolan.playbook.Environment;
import io.portolan.playbook.Playbook;
import io.portolan.playbook.Route;
import io.portolan.tpp.Tpp;
import io.portolan.tpp.TppDetails;
import io.portolan.tpp.TppProfile.Address;
import io.portolan.tpp.TppProfile.Application;
import io.portolan.tpp.TppProfile.Contact;
import io.portolan.tpp.TppProfile.Role;
import io.portolan.tpp.TppProfile;
import io.portolan.tpp.Tpps.Document;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Makes up the TPP of a walk: nobody of that name exists, and it has whatever the bank asks for. */
final class RehearsalTpp {

    private static final String ACTOR = "rehearsal";
    private static final String SITE = "https://tpp.example";
    private static final byte[] PDF = "%PDF-1.4\n% made up for a rehearsal\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    private final Stage stage;

    RehearsalTpp(Stage stage) {
        this.stage = stage;
    }

    void make(String id, Playbook playbook, String environmentName, Collection<Playbook> others, RehearsalAuthority authority) {
        var passports = new HashSet<>(playbook.needs().passports());
        others.forEach(other -> passports.addAll(other.needs().passports()));
        passports.remove("DE");
        var tpp = new Tpp(id, profile(passports));
        stage.tpps().save(tpp, ACTOR);
        document(id, "logo", Document.Kind.LOGO, "logo.png", logo());
        var asked = new TreeSet<String>();
        for (var each : others) {
            each.environments().values().forEach(environment -> environment.routes().forEach(route -> asked.addAll(documents(route))));
        }
        playbook.environments().values().forEach(environment -> environment.routes().forEach(route -> asked.addAll(documents(route))));
        asked.remove("logo");
        asked.forEach(name -> document(id, name, Document.Kind.OTHER, name + ".pdf", PDF));
        var environments = new TreeSet<>(List.of(playbook.environments().get(environmentName).certificatesFor(playbook.bank(), environmentName)));
        others.forEach(other -> other.environments().forEach((name, environment) -> environments.add(environment.certificatesFor(other.bank(), name))));
        // each place and each need of a kind has its name
        var said = (playbook + " " + others).toUpperCase(Locale.ROOT);
        for (var kind : Certificate.Kind.values()) {
            if (kind == Certificate.Kind.QWAC || said.contains(kind.name())) {
                environments.forEach(environment -> authority.issue(id, tpp.profile(), kind, environment, stage.certificates()));
            }
        }
    }

    private static Set<String> documents(Route route) {
        var names = new TreeSet<String>();
        route.legs().forEach(leg -> names.addAll(new LegAsked(leg).documents()));
        return names;
    }

    private void document(String tpp, String name, Document.Kind kind, String file, byte[] content) {
        stage.tpps().keepDocument(tpp, new Document(name, kind, file, null, content), ACTOR);
    }

    private static TppProfile profile(Set<String> passports) {
        var address = new Address("Probebühne 1", "20459", "Hamburg", "DE");
        var contacts = Stream.of(Contact.Kind.values()).map(kind -> new Contact(kind, "Ada", "Muster", "rehearsal@tpp.example", "+49 40 123456")).toList();
        var redirects = List.of(URI.create(SITE + "/callback"));
        var application = new Application("Rehearsal", "Is only rehearsed", "web", "server", "Java", Map.of("test", redirects, "live", redirects), "logo");
        var details = new TppDetails(List.of("Rehearsal"), null, "DE-BAFIN", List.of(new TppDetails.Signatory("Grace", "Muster", "Managing director",
                "rehearsal@tpp.example", TppDetails.Signatory.Power.ALONE, null)), List.of("198.51.100.0/28"), SITE + "/terms", SITE + "/privacy", "logo", null);
        return new TppProfile("Rehearsal GmbH", "Rehearsal", "GmbH", "DE", address, SITE, "HRB 100200", "DE811907980", "529900T8BM49AURSDO55", "BaFin", "100200",
                EnumSet.of(Role.PSP_AI, Role.PSP_PI, Role.PSP_IC), passports, contacts, Map.of(TppProfile.MAIN, application), details);
    }

    private static byte[] logo() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(512, 512, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The issuers that banks are said to trust alone, and those by which routes are chosen. */
    static List<String> issuers(Playbook playbook, Environment environment) {
        var issuers = new TreeSet<String>();
        playbook.needs().certificates().forEach(needed -> needed.issuers().stream().findFirst().ifPresent(issuers::add));
        environment.routes().stream().map(Route::when).filter(when -> when != null && when.issuer() != null).forEach(when -> issuers.add(when.issuer()));
        return List.copyOf(issuers);
    }
}
