package io.portolan.playbook;

import java.util.Map;

/** Work that computes its captures from our certificate or profile; each capture's {@code from} is the template. */
@Doc(value = "Values are computed from our certificate or profile, or made.", example = "by: derive")
public record DeriveWork(
        @Doc(value = "What is made for this leg and later ones, by name; {{generated.<name>}} stands for it and stays the same"
                + " when the leg is done again.", example = "generate: {client-key: rsa-2048}")
                Map<String, Generator> generate) implements Work {

    /** Work that only computes. */
    public DeriveWork() {
        this(Map.of());
    }

    @Override
    public MeansName means() {
        return MeansName.DERIVE;
    }
}
