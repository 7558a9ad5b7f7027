package io.portolan.api;

import io.portolan.access.Actors;
import io.portolan.onboarding.CorrectBank;
import io.portolan.onboarding.NameBank;
import io.portolan.playbook.NewBank;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/banks")
@Tag(name = "Banks")
class NamedBanksController {

    private final NameBank nameBank;
    private final CorrectBank correctBank;
    private final BankDetails details;
    private final Actors actors;

    NamedBanksController(NameBank nameBank, CorrectBank correctBank, BankDetails details, Actors actors) {
        this.nameBank = nameBank;
        this.correctBank = correctBank;
        this.details = details;
        this.actors = actors;
    }

    /** A bank of which nobody here has heard: its name, its country (ISO 3166), and the address of its portal where that is known. */
    record BankBody(String name, String country, String portal,
            @Schema(description = "Whether it is another bank than those that are called alike, which `bank-called-alike` names.") Boolean another) { }

    /** What is right of a bank that a person has named; what is left out is taken away. */
    record CorrectedBody(String name, String country, String portal,
            @Schema(description = "`named.version` of the bank as it was read; left out, what others have corrected meanwhile is lost.") Long version) { }

    @PostMapping
    @Operation(summary = "Name a bank that is not here", description = "Then an onboarding can be started at it by `POST /api/v1/onboardings`: by the generic"
            + " route, on which people do every stage by hand and record what they find. Where banks are here that are called alike, it is refused with 409"
            + " `bank-called-alike`, and `alike` has their ids and names; with `another: true` it is taken in all the same.")
    ResponseEntity<BankDetail> name(@RequestBody BankBody body) {
        var named = nameBank.with(NewBank.of(body.name(), body.country(), body.portal()), Boolean.TRUE.equals(body.another()), actors.current().name());
        return ResponseEntity.created(Address.of("/api/v1/banks/" + named.bank())).body(details.of(named.bank()));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Correct a bank that a person has named", description = "Its id stays, unless the country is another: then it has a new id, which is possible"
            + " as long as nothing was started or kept there (409 `bank-has-onboardings`, `bank-has-registrations`, `bank-has-folder`). With the version that was read,"
            + " a change that somebody else has made meanwhile is refused (409 `bank-changed-meanwhile`). A bank that stands in a file is corrected there (409 `bank-not-named`).")
    ResponseEntity<BankDetail> correct(@PathVariable String id, @RequestBody CorrectedBody body, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch) {
        return BanksController.tagged(details.of(ETags.versioned(ifMatch, body.version(), () -> details.of(id),
                version -> correctBank.to(id, version, body.name(), body.country(), body.portal(), actors.current().name())).bank().id()));
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Withdraw a bank that a person has named", description = "Only while nothing would be lost: 409 `bank-has-onboardings`, `bank-has-registrations` or"
            + " `bank-has-folder` says what stands in the way.")
    ResponseEntity<Void> withdraw(@PathVariable String id) {
        correctBank.withdraw(id, actors.current().name());
        return ResponseEntity.noContent().build();
    }
}
