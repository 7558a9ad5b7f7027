package io.portolan.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.portolan.onboarding.Onboarding;
import io.portolan.onboarding.StartRequest;
import io.portolan.refusal.Refused;
import io.portolan.vault.Secret;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

class ProblemsTest {

    private final MockMvc mvc = mvc();

    static MockMvc mvc() {
        var builder = new Jackson2ObjectMapperBuilder();
        ApiJson.strict(builder);
        return MockMvcBuilders.standaloneSetup(new Wishes()).setControllerAdvice(new Problems()).addInterceptors(new KnownParameters())
                .setMessageConverters(new MappingJackson2HttpMessageConverter(builder.build())).build();
    }

    @Test
    void saysAConflictWithWhatStandsInTheWay() throws Exception {
        mvc.perform(get("/conflict")).andExpect(status().isConflict())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.code").value("already-onboarding"))
                .andExpect(jsonPath("$.onboarding").value("ob-1"))
                .andExpect(jsonPath("$.status").value(409));
    }

    @Test
    void asksToSendAgainWhatCameAtTheSameMomentAsSomethingElse() throws Exception {
        mvc.perform(get("/meanwhile")).andExpect(status().isConflict()).andExpect(header().string("Retry-After", "1"))
                .andExpect(jsonPath("$.code").value("changed-meanwhile"));
    }

    @Test
    void saysWhichFieldsAreWrong() throws Exception {
        mvc.perform(get("/invalid")).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("missing-values"))
                .andExpect(jsonPath("$.fields.api-key").value("is missing"));
    }

    @Test
    void saysNothingOfWhatNobodyForesawButAnIdForTheLog() throws Exception {
        var answer = mvc.perform(get("/broken")).andExpect(status().isInternalServerError())
                .andExpect(jsonPath("$.code").value("internal-error")).andExpect(jsonPath("$.id").isNotEmpty())
                .andReturn().getResponse().getContentAsString();
        assertThat(answer).doesNotContain("jdbc:postgresql", "IllegalState");
    }

    @Test
    void saysWhereJsonIsMalformedWithoutRepeatingIt() throws Exception {
        var answer = mvc.perform(body("{\"tpp\": \"demo\",\n \"bank\": hunter2}")).andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("malformed-json")).andExpect(jsonPath("$.line").value(2))
                .andExpect(jsonPath("$.column").isNumber()).andReturn().getResponse().getContentAsString();
        assertThat(answer).doesNotContain("hunter2");
    }

    @Test
    void namesAnUnknownParameterAndTheNearestOne() throws Exception {
        mvc.perform(get("/limit?limti=3")).andExpect(status().isBadRequest()).andExpect(jsonPath("$.code").value("unknown-parameter"))
                .andExpect(jsonPath("$.parameter").value("limti")).andExpect(jsonPath("$.nearest").value("limit"))
                .andExpect(jsonPath("$.detail").value("There is no parameter limti; did you mean limit?"));
        mvc.perform(get("/secret?token=hunter2")).andExpect(status().isBadRequest()).andExpect(jsonPath("$.detail").value("There is no parameter token; this call has none."));
    }

    @Test
    void saysWhichTypeOfBodyItTakes() throws Exception {
        mvc.perform(post("/wish").contentType(MediaType.TEXT_PLAIN).content("x")).andExpect(status().isUnsupportedMediaType()).andExpect(header().exists("Accept"))
                .andExpect(jsonPath("$.detail").value("The type of this body, text/plain, is not taken here; send it as application/json."));
    }

    @Test
    void namesAnUnknownFieldAndTheNearestOne() throws Exception {
        mvc.perform(body("{\"tpp\": \"demo\", \"enviroment\": \"live\"}")).andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("unknown-field"))
                .andExpect(jsonPath("$.field").value("enviroment"))
                .andExpect(jsonPath("$.nearest").value("environment"));
    }

    @Test
    void saysWhatAFieldOfAWrongTypeMustBe() throws Exception {
        mvc.perform(body("{\"services\": \"AIS\"}")).andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("wrong-type"))
                .andExpect(jsonPath("$.fields.services").value("a list"));
    }

    @Test
    void saysHowADateAndTimeIsWritten() throws Exception {
        mvc.perform(body("{\"startAt\": \"yesterday\"}")).andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("wrong-type"))
                .andExpect(jsonPath("$.fields.startAt").value("a date and time such as 2026-11-22T09:00:00Z"));
    }

    @Test
    void refusesAFieldThatIsGivenTwice() throws Exception {
        mvc.perform(body("{\"tpp\": \"a\", \"tpp\": \"b\"}")).andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("malformed-json"));
    }

    @Test
    void saysThatATextIsTooLong() throws Exception {
        mvc.perform(body("{\"tpp\": \"" + "x".repeat(20_000_001) + "\"}")).andExpect(status().isPayloadTooLarge())
                .andExpect(jsonPath("$.code").value("body-too-large"));
    }

    @Test
    void saysThatABodyIsMissing() throws Exception {
        mvc.perform(body("")).andExpect(status().isBadRequest()).andExpect(jsonPath("$.code").value("missing-body"));
    }

    @Test
    void saysWhichWordsThereAreInPlaceOfAWrongOne() throws Exception {
        mvc.perform(get("/status").param("status", "runing")).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.fields.status").value(
                        "one of scheduled, running, waiting-for-us, waiting-for-bank, waiting-for-other, on-hold, done, "
                                + "rejected, withdrawn, failed"));
    }

    @Test
    void saysWhichParameterIsMissingOrNoNumber() throws Exception {
        mvc.perform(get("/limit")).andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("missing-parameter"));
        mvc.perform(get("/limit").param("limit", "many")).andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("invalid-parameter"))
                .andExpect(jsonPath("$.detail").value("limit cannot be read: it must be a number."));
    }

    @Test
    void failsRatherThanWritesASecret() throws Exception {
        var answer = mvc.perform(get("/secret")).andExpect(status().isInternalServerError()).andReturn().getResponse()
                .getContentAsString();
        assertThat(answer).doesNotContain("hunter2");
    }

    private static MockHttpServletRequestBuilder body(String json) {
        return post("/wish").contentType(MediaType.APPLICATION_JSON).content(json);
    }

    @RestController
    static class Wishes {

        record Leak(Secret secret) { }

        @PostMapping("/wish")
        StartRequest wish(@RequestBody StartRequest wish) {
            return wish;
        }

        @GetMapping("/conflict")
        void conflict() {
            throw Refused.conflict("already-onboarding", "It runs already.", Map.of("onboarding", "ob-1", "status", "x"));
        }

        @GetMapping("/meanwhile")
        void meanwhile() {
            throw new OptimisticLockingFailureException("Entity was updated by another transaction");
        }

        @GetMapping("/invalid")
        void invalid() {
            throw Refused.invalid("missing-values", "A value is missing.", Map.of("api-key", "is missing"));
        }

        @GetMapping("/broken")
        void broken() {
            throw new IllegalStateException("jdbc:postgresql://somewhere is away");
        }

        @GetMapping("/status")
        String status(@RequestParam String status) {
            return Words.of(Words.read(Onboarding.Status.class, "status", status));
        }

        @GetMapping("/limit")
        int limit(@RequestParam int limit) {
            return limit;
        }

        @GetMapping("/secret")
        Leak secret() {
            return new Leak(Secret.of("hunter2"));
        }
    }
}
