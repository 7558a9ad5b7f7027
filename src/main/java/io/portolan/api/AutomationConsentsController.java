package io.portolan.api;

import io.portolan.access.Actors;
import io.portolan.onboarding.AutomationConsent;
import io.portolan.onboarding.ConsentToAutomation;
import io.portolan.refusal.Refused;
import io.portolan.tpp.Tpps;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tpps/{id}/automation-consents")
@Tag(name = "TPPs", description = "Who we are, and our certificates")
class AutomationConsentsController {

    private final ConsentToAutomation consents;
    private final Tpps tpps;
    private final ETags tags;
    private final Actors actors;

    AutomationConsentsController(ConsentToAutomation consents, Tpps tpps, ETags tags, Actors actors) {
        this.tags = tags;
        this.consents = consents;
        this.tpps = tpps;
        this.actors = actors;
    }

    /** What is decided, and why. */
    record DecisionBody(Boolean given, String note) { }

    /** All of them, since there are as many as portals. */
    record Consents(List<ConsentView> items) { }

    /** A decision, or a question that nobody has decided: then {@code given} is false and {@code decidedBy} is null. */
    record ConsentView(String portal, boolean given, String note, String decidedBy, Instant decidedAt) {

        static ConsentView of(AutomationConsent consent) {
            return new ConsentView(consent.portal(), consent.given(), consent.note(), consent.decidedBy(), consent.decidedAt());
        }
    }

    @GetMapping
    @Operation(summary = "At which portals this TPP lets machines work whose terms do not say so")
    ResponseEntity<Consents> all(@PathVariable String id) {
        return tags.read(Versioned.AUTOMATION_CONSENTS, id, () -> view(id));
    }

    private Consents view(String id) {
        found(id);
        return new Consents(consents.of(id).stream().map(ConsentView::of).toList());
    }

    @PutMapping("/{portal}")
    @Operation(summary = "Give or withdraw the consent", description = "Journalled with who, when and the note; until it is given, people do the legs at that portal.")
    ResponseEntity<ConsentView> decide(@PathVariable String id, @PathVariable String portal, @RequestBody DecisionBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch) {
        found(id);
        if (body.given() == null) {
            throw Refused.invalid("missing-values", "Say whether it is given.", Map.of("given", "true or false"));
        }
        return tags.write(Versioned.AUTOMATION_CONSENTS, id, ifMatch, () -> view(id),
                () -> ConsentView.of(consents.decide(id, portal, body.given(), body.note(), actors.current().name())));
    }

    private void found(String id) {
        if (tpps.find(id).isEmpty()) {
            throw Refused.notFound("unknown-tpp", "There is no TPP " + id + ".");
        }
    }
}
