package io.portolan.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.portolan.access.Actor;
import io.portolan.access.Role;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class IdempotencyFilterTest {

    private final InMemoryKeys keys = new InMemoryKeys();
    private final IdempotencyFilter filter = new IdempotencyFilter(keys,
            () -> new Actor("token:test", Set.of(Role.OPERATOR)), new ObjectMapper());
    private final AtomicInteger carriedOut = new AtomicInteger();
    private int status = 201;
    private String cacheControl = "private";

    @Test
    void carriesTheSameRequestOutOnceAndGivesTheSameAnswer() throws Exception {
        var first = post("/api/v1/onboardings", "k-1", "{}");
        var second = post("/api/v1/onboardings", "k-1", "{}");
        assertThat(carriedOut).hasValue(1);
        assertThat(second.getStatus()).isEqualTo(201);
        assertThat(second.getContentAsString()).isEqualTo(first.getContentAsString()).contains("answer 1 to {}");
        assertThat(second.getHeader("Location")).isEqualTo("/made/1");
        assertThat(second.getHeader("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void refusesTheKeyForAnotherBodyOrAnotherCall() throws Exception {
        post("/api/v1/onboardings", "k-1", "{}");
        assertReused(post("/api/v1/onboardings", "k-1", "{\"tpp\":\"x\"}"));
        assertReused(post("/api/v1/registrations", "k-1", "{}"));
        assertThat(carriedOut).hasValue(1);
    }

    @Test
    void refusesTheSameRequestWhileTheFirstIsCarriedOut() throws Exception {
        var nested = new MockHttpServletResponse[1];
        run(request("/api/v1/onboardings", "k-1", "{}"), (request, response) ->
                nested[0] = post("/api/v1/onboardings", "k-1", "{}"));
        assertThat(nested[0].getStatus()).isEqualTo(409);
        assertThat(nested[0].getContentAsString()).contains("idempotency-key-in-use");
    }

    @Test
    void letsARefusedWishBeMadeAgain() throws Exception {
        status = 422;
        post("/api/v1/onboardings", "k-1", "{}");
        status = 201;
        assertThat(post("/api/v1/onboardings", "k-1", "{}").getStatus()).isEqualTo(201);
        assertThat(carriedOut).hasValue(2);
    }

    @Test
    void letsGoOfTheKeyWhenTheRequestBreaks() throws Exception {
        try {
            run(request("/api/v1/onboardings", "k-1", "{}"), (request, response) -> {
                throw new ServletException("broken");
            });
        } catch (ServletException expected) {
            assertThat(expected).hasMessage("broken");
        }
        assertThat(post("/api/v1/onboardings", "k-1", "{}").getStatus()).isEqualTo(201);
    }

    @Test
    void neverKeepsARevealedSecret() throws Exception {
        post("/api/v1/registrations/r/credentials/api-key/reveal", "k-1", "{}");
        post("/api/v1/registrations/r/credentials/api-key/reveal", "k-1", "{}");
        assertThat(carriedOut).hasValue(2);
        assertThat(keys.known).isEmpty();
    }

    @Test
    void neverKeepsARevealedSecretThoughItsPathIsWrittenOddly() throws Exception {
        post("/api/v1/registrations/r/credentials/api-key/revea%6C", "k-1", "{}");
        post("/api/v1/registrations/r/credentials/api-key/reveal;x=1", "k-2", "{}");
        assertThat(keys.known).isEmpty();
    }

    @Test
    void neverKeepsWhatIsNotToBeStored() throws Exception {
        cacheControl = "private, No-Store";
        post("/api/v1/anything", "k-1", "{}");
        assertThat(post("/api/v1/anything", "k-1", "{}").getContentAsString()).contains("answer 2");
        assertThat(keys.answers).isEmpty();
    }

    @Test
    void refusesAKeyThatIsNone() throws Exception {
        var answer = post("/api/v1/onboardings", "k 1", "{}");
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentAsString()).contains("invalid-idempotency-key");
        assertThat(carriedOut).hasValue(0);
    }

    @Test
    void takesAFileOfRegistrationsAsLargeAsTheImportDoes() throws Exception {
        var file = "x".repeat(10 * 1024 * 1024);
        assertThat(post("/api/v1/registrations/import", "k-1", file).getContentAsString()).hasSizeGreaterThan(file.length());
        assertThat(post("/api/v1/registrations/import", "k-2", file + "x").getStatus()).isEqualTo(413);
        assertThat(post("/api/v1/onboardings", "k-3", file).getStatus()).isEqualTo(413);
        assertThat(carriedOut).hasValue(1);
    }

    private static void assertReused(MockHttpServletResponse answer) throws IOException {
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("idempotency-key-reused");
    }

    private MockHttpServletResponse post(String address, String key, String body) throws ServletException, IOException {
        return run(request(address, key, body), (request, response) -> {
            int number = carriedOut.incrementAndGet();
            var read = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var answer = (jakarta.servlet.http.HttpServletResponse) response;
            answer.setStatus(status);
            answer.setHeader("Cache-Control", cacheControl);
            answer.setHeader("Location", "/made/" + number);
            answer.setContentType("application/json");
            answer.getOutputStream().write(("answer " + number + " to " + read).getBytes(StandardCharsets.UTF_8));
        });
    }

    private MockHttpServletResponse run(MockHttpServletRequest request, FilterChain chain)
            throws ServletException, IOException {
        var response = new MockHttpServletResponse();
        filter.doFilter(request, response, chain);
        return response;
    }

    private static MockHttpServletRequest request(String address, String key, String body) {
        var request = new MockHttpServletRequest("POST", address);
        request.addHeader(IdempotencyFilter.HEADER, key);
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        return request;
    }

    private static final class InMemoryKeys implements IdempotencyKeys {

        private final Map<String, String> known = new HashMap<>();
        private final Map<String, Answer> answers = new HashMap<>();

        @Override
        public Known begin(String actor, String key, String call, String requestHash) {
            var wish = call + requestHash;
            var before = known.putIfAbsent(actor + key, wish);
            if (before == null) {
                return new Known.Nothing();
            }
            if (!before.equals(wish)) {
                return new Known.OtherRequest();
            }
            var answer = answers.get(actor + key);
            return answer == null ? new Known.StillRunning() : new Known.Answered(answer);
        }

        @Override
        public void finish(String actor, String key, Answer answer) {
            answers.put(actor + key, answer);
        }

        @Override
        public void release(String actor, String key) {
            known.remove(actor + key);
        }
    }
}
