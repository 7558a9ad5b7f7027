package io.portolan.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownAnswerTest {

    private static ShownAnswer of(String whole) {
        return ShownAnswer.of(whole, "/tasks/task-1", "/api/v1/tasks/task-1/held-answer/reveal");
    }

    @Test
    void showsATextAsItIs() {
        var whole = "201\nContent-Type: application/json\n\n{\r\n\t\"secret\": \"<b>ß€\uD83D\uDE00</b>\"}";
        assertThat(of(whole).text()).isEqualTo(whole);
        assertThat(of(whole).remarks()).isEmpty();
        assertThat(of("no answer of HTTP").text()).isEqualTo("no answer of HTTP");
        assertThat(of(whole)).asString().doesNotContain("secret");
    }

    @Test
    void saysHowMuchOfALongOneIsCut() {
        var shown = of("200\n\n" + "x".repeat(150_000));
        assertThat(shown.text()).hasSize(20_000).endsWith("xxx");
        assertThat(shown.remarks()).singleElement().asString()
                .startsWith("The first 20,000 of 150,005 characters are shown.").contains("POST /api/v1/tasks/task-1/held-answer/reveal");
        assertThat(of("200\n\n" + "x".repeat(19_995)).remarks()).isEmpty();
    }

    @Test
    void cutsNoCharacterInTwo() {
        var shown = of("2000\n\n" + "x".repeat(19_993) + "\uD83D\uDE00".repeat(10));
        assertThat(shown.text()).hasSize(19_999).endsWith("x");
        assertThat(shown.remarks()).hasSize(1);
    }

    @Test
    void showsOnlyTheHeadOfWhatIsNoText() {
        var byNull = of("200\nContent-Type: application/pdf\n\nPDF\0" + "x".repeat(1_230));
        assertThat(byNull.text()).isEqualTo("200\nContent-Type: application/pdf");
        assertThat(byNull.remarks()).containsExactly("The body is no text, but something like a file. Its 1,234 characters are not shown.");
        assertThat(of("200\n\nPK\uFFFD\uFFFD\u0003abcdef").text()).isEqualTo("200");
    }

    @Test
    void makesVisibleWhatWouldPassForSomethingElse() {
        var shown = of("200\n\nname=a\u202Egpj.exe\u001B[31m and all the rest of a page");
        assertThat(shown.text()).isEqualTo("200\n\nname=a\uFFFDgpj.exe\uFFFD[31m and all the rest of a page");
        assertThat(shown.remarks()).containsExactly("What cannot be seen, such as control characters, stands as \uFFFD.");
    }
}
