package io.portolan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.access.Asked.Fact;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a second person agrees to is exactly what was asked, and nothing else. */
class AskedTest {

    private static final List<Fact> FACTS = List.of(new Fact("Bank", "xx-harbour"), new Fact("Services", "AIS"));

    @Test
    void isTheSameOnlyWhereNothingHasChanged() {
        var asked = digest("withdraw", "one", Map.of(), FACTS, "1");
        assertThat(digest("withdraw", "one", Map.of(), List.copyOf(FACTS), "1")).isEqualTo(asked);

        var others = Stream.of(digest("reveal", "one", Map.of(), FACTS, "1"), digest("withdraw", "other", Map.of(), FACTS, "1"),
                digest("withdraw", "one", Map.of("how", "again"), FACTS, "1"), digest("withdraw", "one", Map.of(), FACTS.subList(0, 1), "1"),
                digest("withdraw", "one", Map.of(), List.of(FACTS.get(0), new Fact("Services", "AIS, PIS")), "1"), digest("withdraw", "one", Map.of(), FACTS, "2")).toList();
        assertThat(others).doesNotContain(asked).doesNotHaveDuplicates();
    }

    @Test
    void cannotBeMadeToLookLikeSomethingElseByWhatIsTyped() {
        assertThat(digest("withdraw", "one", Map.of(), List.of(new Fact("Bank", "a\nServices: 3 PIS")), "1"))
                .isNotEqualTo(digest("withdraw", "one", Map.of(), List.of(new Fact("Bank", "a"), new Fact("Services", "PIS")), "1"));
        assertThat(digest("withdraw", "one", Map.of("a", "b\n1c=d"), FACTS, "1")).isNotEqualTo(digest("withdraw", "one", Map.of("a", "b", "c", "d"), FACTS, "1"));
    }

    @Test
    void saysWhatHasChanged() {
        var now = asked(List.of(FACTS.get(0), new Fact("Services", "AIS, PIS")), "1");
        assertThat(now.changedFrom(FACTS)).isEqualTo("Services is now AIS, PIS");
        assertThat(asked(FACTS, "2").changedFrom(FACTS)).isEqualTo("it is no longer as it was");
    }

    @Test
    void asksForNothingUnlessTheSettingSaysSoAndForThoseTppsAlone() {
        assertThat(Guarded.values()).noneMatch(new FourEyesSettings(Set.of(), Set.of(), Duration.ofDays(1))::ask);
        var some = new FourEyesSettings(Set.of(Guarded.REVEAL), Set.of("lantern"), Duration.ofDays(1));
        assertThat(some.ask(Guarded.REVEAL, "lantern")).isTrue();
        assertThat(some.ask(Guarded.REVEAL, "beacon")).isFalse();
        assertThat(some.ask(Guarded.SUBMIT, "lantern")).isFalse();
        assertThatThrownBy(() -> new FourEyesSettings(Set.of(), Set.of(), Duration.ZERO)).hasMessageContaining("portolan.access.four-eyes.within");
    }

    private static Asked asked(List<Fact> facts, String version) {
        return new Asked("lantern", "chain", "Withdraw", "It stops.", null, facts, version, List.of());
    }

    private static String digest(String deed, String object, Map<String, String> with, List<Fact> facts, String version) {
        return asked(facts, version).digest(deed, object, with);
    }
}
