package io.portolan.playbook;

/** Work that computes its captures from our certificate or profile; each capture's {@code from} is the template. */
@Doc(value = "Values are computed from our certificate or profile.", example = "by: derive")
public record DeriveWork() implements Work {

    @Override
    public MeansName means() {
        return MeansName.DERIVE;
    }
}
