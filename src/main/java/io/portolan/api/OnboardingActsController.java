package io.portolan.api;

import io.portolan.access.Actors;
import io.portolan.onboarding.FromAnother;
import io.portolan.onboarding.HoldOnboarding;
import io.portolan.onboarding.Onboarding;
import io.portolan.onboarding.Onboardings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/onboardings/{id}")
@Tag(name = "Onboardings", description = "Runs of the process that takes a TPP to access at a bank")
class OnboardingActsController {

    private final HoldOnboarding hold;
    private final FromAnother fromAnother;
    private final Onboardings onboardings;
    private final Actors actors;

    OnboardingActsController(HoldOnboarding hold, FromAnother fromAnother, Onboardings onboardings, Actors actors) {
        this.hold = hold;
        this.fromAnother = fromAnother;
        this.onboardings = onboardings;
        this.actors = actors;
    }

    /** Why it is put on hold, or null. */
    record HoldBody(String reason) { }

    @PostMapping("/hold")
    @Operation(summary = "Put an onboarding on hold", description = "Nothing more is acted on until it goes on.")
    OnboardingView hold(@PathVariable String id, @RequestBody(required = false) HoldBody body) {
        return whole(hold.hold(id, body == null ? null : body.reason(), actors.current().name()));
    }

    @PostMapping("/resumption")
    @Operation(summary = "Let an onboarding go on where it stood")
    OnboardingView resume(@PathVariable String id) {
        return whole(hold.resume(id, actors.current().name()));
    }

    @GetMapping("/differences")
    @Operation(summary = "What is different in another environment, for an onboarding that is done",
            description = "Without environment, in the only live one. POST /api/v1/onboardings with from starts it there.")
    FromAnother.Differences differences(@PathVariable String id, @RequestParam(required = false) String environment) {
        return fromAnother.differences(id, environment);
    }

    private OnboardingView whole(Onboarding onboarding) {
        return OnboardingView.of(onboarding, onboardings.legs(onboarding.id()));
    }
}
