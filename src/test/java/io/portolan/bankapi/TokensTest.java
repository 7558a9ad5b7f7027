package io.portolan.bankapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {

    @Test
    void encodesBothPartsOfABasicHeaderAsAForm() {
        var header = Tokens.basic("client:1", "a+b c%ü");

        assertThat(new String(Base64.getDecoder().decode(header.substring("Basic ".length())), StandardCharsets.US_ASCII))
                .isEqualTo("client%3A1:a%2Bb+c%25%C3%BC");
    }

    @ParameterizedTest
    @CsvSource({"1893456000,2030-01-01T00:00:00Z", "2030-01-01,2030-01-01T00:00:00Z",
        "2030-01-01T02:00:00+02:00,2030-01-01T00:00:00Z", "0,", "tomorrow,"})
    void readsExpiriesAsSecondsOrDates(String text, Instant expected) {
        assertThat(CaptureReader.instant(text)).isEqualTo(expected);
    }
}
