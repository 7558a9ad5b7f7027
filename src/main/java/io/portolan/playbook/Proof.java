package io.portolan.playbook;

/** What a person keeps as proof of having done a leg by hand. */
public record Proof(
        @Doc(value = "What it is; without it, a confirmation number.", example = "kind: file") Kind kind,
        @Doc(value = "How it is called on the form.", example = "label: The bank's receipt") String label) {

    /** What a proof is. */
    public enum Kind {
        @Doc("A number or a text that the bank gave, on one line.") CONFIRMATION_NUMBER,
        @Doc("A file, such as a picture of the page or the bank's receipt.") FILE
    }

    /** Where the playbook is silent it is a confirmation number. */
    public Proof {
        kind = kind == null ? Kind.CONFIRMATION_NUMBER : kind;
        label = label != null ? label : kind == Kind.FILE ? "Proof, as a file" : "Confirmation number";
    }

    /** A proof written as a bare text: the word of a kind, or else what the number is called. */
    static Proof called(String written) {
        return switch (written) {
            case "file" -> new Proof(Kind.FILE, null);
            case "confirmation-number" -> new Proof(Kind.CONFIRMATION_NUMBER, null);
            default -> new Proof(Kind.CONFIRMATION_NUMBER, written);
        };
    }
}
