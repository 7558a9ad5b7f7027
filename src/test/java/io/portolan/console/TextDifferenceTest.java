package io.portolan.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.console.TextDifference.Piece;
import io.portolan.console.TextDifference.Row;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextDifferenceTest {

    @Test
    void marksTheWordsThatDiffer() {
        var difference = TextDifference.of("Use is free of charge.\nYou keep your keys.", "Use costs 10 EUR of charge.\nYou keep your keys.");
        assertThat(difference.changes()).isEqualTo(1);
        assertThat(difference.rows().get(0).before()).containsExactly(new Piece("Use ", false), new Piece("is free ", true), new Piece("of charge.", false));
        assertThat(difference.rows().get(0).now()).containsExactly(new Piece("Use ", false), new Piece("costs 10 EUR ", true), new Piece("of charge.", false));
        assertThat(difference.rows().get(1).differs()).isFalse();
    }

    @Test
    void showsWhatIsOnlyOnOneSide() {
        var difference = TextDifference.of("First.\nSecond.", "First.\nSecond.\nYou pay.");
        assertThat(difference.rows().get(2)).isEqualTo(new Row(true, null, List.of(new Piece("You pay.", true)), 0));
        assertThat(TextDifference.of("First.\nSecond.\nYou pay.", "First.\nSecond.").rows().get(2).now()).isNull();
    }

    @Test
    void leavesOutLongStretchesThatAreTheSame() {
        var same = IntStream.range(0, 40).mapToObj(i -> "Paragraph " + i).collect(Collectors.joining("\n"));
        var rows = TextDifference.of("Old start.\n" + same + "\nOld end.", "New start.\n" + same + "\nNew end.").rows();
        assertThat(rows).hasSize(7);
        assertThat(rows.get(3).leftOut()).isEqualTo(36);
        assertThat(rows.get(2).before().get(0).text()).isEqualTo("Paragraph 1");
        assertThat(rows.get(4).before().get(0).text()).isEqualTo("Paragraph 38");
        assertThat(TextDifference.of(same + "\nOld end.", same + "\nNew end.").rows()).first().extracting(Row::leftOut).isEqualTo(38);
    }

    @Test
    void holdsOutAgainstParagraphsWithoutEnd() {
        var old = "word ".repeat(20_000);
        var rows = TextDifference.of(old, old + "more").rows();
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).now()).containsExactly(new Piece((old + "more").strip(), true));
    }

    @Test
    void saysNothingOfSpaces() {
        assertThat(TextDifference.of("  First.\n\nSecond.", "First.\nSecond.  ").changes()).isZero();
    }
}
