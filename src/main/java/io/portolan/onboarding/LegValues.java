package io.portolan.onboarding;

import io.portolan.certificate.Certificate;
import io.portolan.certificate.CertificateForms;
import io.portolan.certificate.Certificates;
import io.portolan.certificate.IdentityUses;
import io.portolan.certificate.PublicKeys;
import io.portolan.leg.LegOrder;
import io.portolan.leg.OurData;
import io.portolan.leg.Value;
import io.portolan.playbook.Places;
import io.portolan.playbook.Playbook;
import io.portolan.registration.Credentials;
import io.portolan.tpp.TppProfile;
import io.portolan.tpp.Tpps;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Fills the places of templates from our TPPs, their certificates, the onboarding and the facts that people have supplied. */
@Component
class LegValues implements OurData {

    private final Tpps tpps;
    private final Certificates certificates;
    private final IdentityUses uses;
    private final Facts facts;
    private final Onboardings onboardings;
    private final Credentials credentials;
    private final PublicKeys keys;
    private final Clock clock;

    LegValues(Tpps tpps, Certificates certificates, IdentityUses uses, Facts facts, Onboardings onboardings, Credentials credentials, PublicKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
        this.uses = uses;
        this.tpps = tpps;
        this.certificates = certificates;
        this.facts = facts;
        this.onboardings = onboardings;
        this.credentials = credentials;
    }

    @Override
    public Optional<Value> value(String place, LegOrder order) {
        if (place.equals("application.logo")) {
            return logo(order);
        }
        if (place.equals("application.logo-base64")) {
            return logo(order).map(file -> new Value.Plain(Base64.getEncoder().encodeToString(((Value.File) file).content())));
        }
        if (place.equals("tpp.logo")) {
            return tpps.find(order.tpp()).map(tpp -> tpp.profile().details().logo()).flatMap(name -> file(order.tpp(), name));
        }
        if (place.equals("tpp.jwks-uri")) {
            return keys.address(order.tpp(), order.certificatesFor()).map(URI::toString).map(Value.Plain::new);
        }
        if (place.startsWith(Places.DOCUMENT)) {
            return file(order.tpp(), place.substring(Places.DOCUMENT.length()));
        }
        return text(place, order).filter(text -> !text.isBlank()).map(Value.Plain::new);
    }

    /** One that has expired stays current here: whoever renews it has to look, not to reset it. */
    @Override
    public Optional<Boolean> isCurrent(String credential, LegOrder order) {
        return onboardings.find(order.onboarding()).flatMap(onboarding -> credentials.find(onboarding.registration(), credential))
                .map(kept -> kept.state().isCurrent());
    }

    @Override
    public List<String> secrets(LegOrder order) {
        return onboardings.find(order.onboarding()).map(onboarding -> credentials.namesInVault(onboarding.registration())).orElse(List.of());
    }

    private Optional<String> text(String place, LegOrder order) {
        var dot = place.indexOf('.');
        var rest = place.substring(dot + 1);
        return switch (place.substring(0, Math.max(dot, 0))) {
            case "tpp" -> tpps.find(order.tpp()).flatMap(tpp -> TppPlaces.text(tpp.profile(), rest, LocalDate.now(clock)));
            case "application" -> tpps.find(order.tpp()).flatMap(tpp -> application(tpp.profile(), rest, order));
            case "certificate" -> certificate(rest, order);
            case "environment" -> Optional.ofNullable(environment(rest, order));
            case "branch" -> Optional.ofNullable(order.branch()).map(order.playbook().branches()::get).map(branch -> branch(branch, rest, order));
            case "onboarding" -> Optional.of(order.onboarding());
            case "ask" -> facts.find(order.playbook().bank(), order.environmentName(), order.playbook().branchOfFact(rest, order.branch()), rest);
            default -> Optional.empty();
        };
    }

    private Optional<TppProfile.Application> application(LegOrder order) {
        return tpps.find(order.tpp()).map(tpp -> tpp.profile().applications().get(order.application()));
    }

    private Optional<String> application(TppProfile profile, String field, LegOrder order) {
        var application = profile.applications().get(order.application());
        if (application == null) {
            return Optional.empty();
        }
        var redirects = application.redirectUris(order.playbook().bank(), order.environmentName(), order.environmentKind());
        return switch (field) {
            case "redirect-uri" -> redirects.stream().findFirst().map(first -> given(List.of(first), order));
            case "redirect-uris" -> Optional.of(given(redirects, order));
            default -> ApplicationPlaces.text(profile, application, field);
        };
    }

    private String given(List<URI> redirects, LegOrder order) {
        redirects.forEach(uri -> uses.redirectUri(place(order), uri.toString()));
        return redirects.stream().map(URI::toString).collect(Collectors.joining(" "));
    }

    private static IdentityUses.Place place(LegOrder order) {
        return new IdentityUses.Place(order.onboarding(), order.tpp(), order.playbook().bank(), order.environmentName());
    }

    private Optional<Value> logo(LegOrder order) {
        return application(order).map(TppProfile.Application::logo).flatMap(name -> file(order.tpp(), name));
    }

    private Optional<Value> file(String tpp, String name) {
        return tpps.document(tpp, name).map(file -> new Value.File(file.fileName(), file.mediaType(), file.content()));
    }

    private Optional<String> certificate(String rest, LegOrder order) {
        var dot = rest.indexOf('.');
        var kind = Certificate.Kind.valueOf(rest.substring(0, dot).toUpperCase(Locale.ROOT));
        return certificates.use(place(order), kind, order.certificatesFor(), IdentityUses.Manner.VALUE)
                .flatMap(certificate -> rest.endsWith(".uri") ? keys.address(certificate).map(URI::toString) : CertificateForms.form(certificate, rest.substring(dot + 1)));
    }

    private static String branch(Playbook.Branch branch, String field, LegOrder order) {
        return switch (field) {
            case "key" -> order.branch();
            case "name" -> branch.name();
            default -> branch.values().get(field);
        };
    }

    private static String environment(String field, LegOrder order) {
        var environment = order.environment();
        return switch (field) {
            case "name" -> order.environmentName();
            case "base-url" -> environment.baseUrl();
            case "api-url" -> environment.apiUrl() == null ? environment.baseUrl() : environment.apiUrl();
            default -> null;
        };
    }
}
