package io.portolan.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI description says of the API as a whole. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String TOKEN = "token";

    @Bean
    OpenAPI portolanApi() {
        return new OpenAPI()
                .info(new Info().title("Portolan").version("1").description("""
                        Takes a licensed TPP to a live, proven API access at every bank, and keeps it alive. Errors are \
                        RFC 9457 problems with a stable `code`. A POST may carry an `Idempotency-Key`: the same key with \
                        the same request gives the same answer and does nothing twice. Where a second \
                        person has to agree first, a call answers 202 with the `code` `second-person-needed` and the address of \
                        the request in `Location`, and nothing of it was done yet."""))
                .components(new Components().addSecuritySchemes(TOKEN,
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }
}
