package io.portolan.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.playbook.ValueType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldCheckTest {

    private static Task.Field field(ValueType type) {
        return new Task.Field("key", "The key", type, true, true);
    }

    @ParameterizedTest
    @CsvSource({"LINE, one line", "UUID, 123e4567-e89b-12d3-a456-426614174000", "UUID, 123E4567-E89B-12D3-A456-426614174000",
        "URL, https://bank.example/x?y=1", "URL, http://localhost:4711/confirm", "DATE, 2026-02-28", "PEM, -----BEGIN CERTIFICATE-----", "NUMBER, 3600", "NUMBER, -0.5e3", "TEXT, anything"})
    void findsNothingWrongWithAValueOfItsType(ValueType type, String value) {
        assertThat(FieldCheck.wrong(field(type), "  " + value + "\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"LINE, 'two\nlines'", "UUID, 987z", "URL, http://bank.example", "URL, http://localhost.bank.example:4711/", "URL, https:", "URL, not one", "DATE, 2026-02-30",
        "DATE, 28.2.2026", "NUMBER, 1.000.000", "NUMBER, 010", "PEM, MIIB"})
    void saysWhatIsWrongWithoutRepeatingTheValue(ValueType type, String value) {
        assertThat(FieldCheck.wrong(field(type), value)).get().asString().startsWith("The key must be ").doesNotContain(value);
    }

    @Test
    void rejectsWhatIsTooLongToBeACredential() {
        assertThat(FieldCheck.wrong(field(ValueType.TEXT), "x".repeat(20_001))).contains("The key is longer than 20000 characters");
        assertThat(FieldCheck.wrong(field(ValueType.TEXT), "x".repeat(20_000))).isEmpty();
    }
}
