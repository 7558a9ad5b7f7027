package io.portolan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.TestDatabase;
import io.portolan.portal.AcceptedTerms.Place;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcAcceptedTermsIT {

    private static final Instant THEN = Instant.parse("2026-11-02T08:00:00Z");
    private static final Place PLACE = new Place("acme", "harbour", "live", "the link \"Terms\"");

    private final AcceptedTerms terms = new JdbcAcceptedTerms(JdbcClient.create(TestDatabase.fresh()));

    @Test
    void remembersWhatWasAcceptedLastAndWhatAPersonHasOnlyAgreedTo() {
        terms.accepted(PLACE, "one", 1, THEN);
        terms.accepted(PLACE, "two", 2, THEN.plusSeconds(60));
        terms.agreed(PLACE, "three", 3, "user:ada", THEN.plusSeconds(120));

        assertThat(terms.last(PLACE).orElseThrow()).isEqualTo(new AcceptedTerms.Version("two", 2, null, THEN.plusSeconds(60)));
        assertThat(terms.find(PLACE, "three").orElseThrow()).isEqualTo(new AcceptedTerms.Version("three", 3, "user:ada", null));
        assertThat(terms.find(PLACE, "four")).isEmpty();
        assertThat(terms.last(new Place("acme", "harbour", "test", PLACE.document()))).isEmpty();

        terms.accepted(PLACE, "three", 4, THEN.plusSeconds(180));
        assertThat(terms.last(PLACE).orElseThrow()).isEqualTo(new AcceptedTerms.Version("three", 3, "user:ada", THEN.plusSeconds(180)));
        terms.agreed(PLACE, "one", 5, "user:bob", THEN.plusSeconds(240));
        assertThat(terms.find(PLACE, "one").orElseThrow()).as("accepted long ago, agreed to since")
                .isEqualTo(new AcceptedTerms.Version("one", 1, "user:bob", THEN));
    }
}
