package io.portolan.playbook;

import java.util.stream.Stream;

/** A fact that nobody has yet and that a person supplies once. */
public record Fact(
        @Doc(value = "What it is, and who would know.", example = "who: told by the bank's support", required = true) String who,
        @Doc(value = "Whether each branch has its own: it is then asked and kept for each.", example = "by-branch: true") boolean byBranch,
        @Doc(value = "Whether it is several values: they are entered one per line, and parted by spaces where nothing else is said.",
                example = "list: true") boolean list,
        @Doc(value = "Whether it is a number, or each of its values is: in a JSON body it stands as one.", example = "number: true") boolean number) {

    /** As what a person enters it. */
    public ValueType type() {
        return list ? ValueType.LIST : number ? ValueType.NUMBER : ValueType.LINE;
    }

    /** Whether this may be what it is: of a number or of numbers, one as JSON writes it (RFC 8259, section 6). */
    public boolean mayBe(String value) {
        return !number || (list ? value.lines() : Stream.of(value)).map(String::strip).filter(item -> !item.isEmpty()).allMatch(JsonBody::isNumber);
    }

    @Override
    public String toString() {
        return who;
    }
}
