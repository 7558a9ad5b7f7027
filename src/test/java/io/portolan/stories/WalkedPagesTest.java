package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WalkedPagesTest {

    @Test
    void hasALineForEachPageAndForNothingElse() {
        assertThat(WalkedPages.table().keySet()).as("routes of pages in walked-by-axe.txt").containsExactlyInAnyOrderElementsOf(WalkedPages.routes());
    }

    @Test
    void namesAClassThatIsThereOrAReason() {
        assertThat(WalkedPages.table()).allSatisfy((route, by) -> assertThat(by.startsWith("- ") && by.length() > 5
                || Files.exists(Path.of("src/test/java/io/portolan/stories", by + ".java"))).as(route + ": " + by).isTrue());
    }

    @Test
    void holdsAClassToItsLinesAndNotToAReasonThatNamesIt() {
        assertThat(WalkedPages.claimedBy(FindsAnythingIT.class)).doesNotContain("/search/dialog");
        assertThat(WalkedPages.claimedBy(MeetsWcagIT.class)).contains("/", "/tasks").doesNotContain("/banks/check");
    }
}
