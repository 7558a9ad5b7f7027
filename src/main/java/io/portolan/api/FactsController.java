package io.portolan.api;

import io.portolan.access.Actors;
import io.portolan.onboarding.AskedFacts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/banks/{id}/environments/{environment}/facts")
@Tag(name = "Banks")
class FactsController {

    private final AskedFacts facts;
    private final Actors actors;

    FactsController(AskedFacts facts, Actors actors) {
        this.facts = facts;
        this.actors = actors;
    }

    /** A fact, and where it is from; of which branch, where each has its own. */
    record FactBody(String value, String source, String branch) { }

    @GetMapping
    @Operation(summary = "The facts that the playbook asks for, by name", description = "With their value where somebody has supplied it.")
    Slice<AskedFacts.Asked> all(@PathVariable String id, @PathVariable String environment) {
        return new Slice<>(facts.of(id, environment), null);
    }

    @PutMapping("/{name}")
    @Operation(summary = "Supply a fact, or replace it", description = "Legs that come to it from now on have it; no secret belongs here. unknown-branch (422)"
            + " where each branch has its own and none of them is said.")
    AskedFacts.Asked supply(@PathVariable String id, @PathVariable String environment, @PathVariable String name, @RequestBody FactBody body) {
        return facts.supply(id, environment, body.branch(), name, body.value(), body.source(), actors.current().name());
    }
}
