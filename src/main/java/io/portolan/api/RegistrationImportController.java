package io.portolan.api;

import io.portolan.access.Actors;
import io.portolan.adoption.AdoptRegistrations;
import io.portolan.adoption.CsvFile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping(RegistrationImportController.PATH)
@Tag(name = "Registrations")
class RegistrationImportController {

    static final String PATH = "/api/v1/registrations/import";
    private static final String EXAMPLE = """
            tpp,bank,environment,services,registered-on,live-since,means,made-by,account-login,account-password,client-id,client-secret
            lantern,xx-harbour,sandbox,AIS PIS,2024-03-18,2024-05-02,portal,Ada Example,banks@lantern.example,in-the-vault,c-4711,in-the-vault
            """;

    private final AdoptRegistrations adopt;
    private final Actors actors;

    RegistrationImportController(AdoptRegistrations adopt, Actors actors) {
        this.adopt = adopt;
        this.actors = actors;
    }

    @PostMapping(consumes = "text/csv")
    @Operation(summary = "Adopt the registrations of a CSV file, all or none",
            description = "UTF-8, with a header; comma, semicolon or tab; one registration a line; 10 MB and 5,000 registrations at most. All lines are checked"
                    + " first: where anything is wrong, nothing is taken in, and findings says each with line, column, what is wrong and what would be right."
                    + " What was taken in by the same words before stays as it is, so the same file may be sent again. Secrets go to the vault only."
                    + " The proofs of access begin soon after. With dry-run=true nothing is done.")
    @RequestBody(content = @Content(mediaType = "text/csv", schema = @Schema(type = "string"), examples = @ExampleObject(EXAMPLE)))
    ImportView take(InputStream body, @RequestParam(name = "dry-run", defaultValue = "false") boolean dryRun) throws IOException {
        var file = body.readNBytes(CsvFile.MOST_BYTES + 1);
        if (file.length > CsvFile.MOST_BYTES) {
            throw new ResponseStatusException(HttpStatus.PAYLOAD_TOO_LARGE, CsvFile.TOO_LARGE);
        }
        return ImportView.of(dryRun ? adopt.look(file) : adopt.file(file, actors.current().name()));
    }
}
