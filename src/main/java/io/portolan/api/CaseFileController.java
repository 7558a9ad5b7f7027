package io.portolan.api;

import io.portolan.access.Actors;
import io.portolan.handout.CaseFile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/onboardings/{id}/case-file")
@Tag(name = "Onboardings")
class CaseFileController {

    private final CaseFile caseFile;
    private final Actors actors;

    CaseFileController(CaseFile caseFile, Actors actors) {
        this.caseFile = caseFile;
        this.actors = actors;
    }

    @GetMapping
    @Operation(summary = "The case file of an onboarding: a signed ZIP for somebody who knows nothing of Portolan",
            description = "With a readable index (index.html, case.json): each request, reminder, acknowledgement, answer and reason, how many working days it has taken and usually"
                    + " takes, every step, who did what, and the evidence as files. Secrets are in none of it. The README in the file says how to check it.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")))
    void caseFile(@PathVariable String id, HttpServletResponse response) throws IOException {
        var onboarding = caseFile.of(id);
        JournalSearchController.zip(response, "case-" + onboarding.bank() + "-" + onboarding.tpp() + "-" + onboarding.id().substring(0, 8) + ".zip");
        caseFile.to(response.getOutputStream(), onboarding, actors.current().name());
    }
}
