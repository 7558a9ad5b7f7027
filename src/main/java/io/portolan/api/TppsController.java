package io.portolan.api;

import io.portolan.access.Actors;
import io.portolan.refusal.Refused;
import io.portolan.tpp.Tpp;
import io.portolan.tpp.Tpps;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tpps")
@Tag(name = "TPPs", description = "Who we are")
class TppsController {

    private final Tpps tpps;
    private final Actors actors;

    TppsController(Tpps tpps, Actors actors) {
        this.actors = actors;
        this.tpps = tpps;
    }

    @GetMapping
    @Operation(summary = "List our TPPs, by id")
    Slice<TppView> page(@RequestParam(required = false) String cursor, @RequestParam(required = false) Integer limit) {
        return Slice.of(tpps.all(), Tpp::id, cursor, limit, TppView::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One TPP")
    TppView one(@PathVariable String id) {
        return TppView.of(found(id));
    }

    @PostMapping
    @Operation(summary = "Add a TPP")
    ResponseEntity<TppView> add(@RequestBody TppView body) {
        var tpp = body.tpp();
        if (tpps.find(tpp.id()).isPresent()) {
            throw Refused.conflict("tpp-exists", "There is a TPP " + tpp.id() + " already.", Map.of("tpp", tpp.id()));
        }
        var saved = tpps.save(tpp, actors.current().name());
        return ResponseEntity.created(URI.create("/api/v1/tpps/" + saved.id())).body(TppView.of(saved));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Change a TPP")
    TppView change(@PathVariable String id, @RequestBody TppView body) {
        found(id);
        if (!id.equals(body.id())) {
            throw Refused.invalid("invalid-values", "The id of a TPP never changes.", Map.of("id", "must be " + id));
        }
        return TppView.of(tpps.save(body.tpp(), actors.current().name()));
    }

    private Tpp found(String id) {
        return tpps.find(id).orElseThrow(() -> Refused.notFound("unknown-tpp", "There is no TPP " + id + "."));
    }
}
