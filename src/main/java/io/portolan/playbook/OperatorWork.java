package io.portolan.playbook;

import java.util.List;

/** Work that a person does, by the leg's instructions. */
@Doc(value = "A person does it and brings back what is asked.", example = "by: operator")
public record OperatorWork(
        @Doc(value = "Pages that the person needs.", example = "links: ['https://developer.bank.example']")
                List<Template> links,
        @Doc(value = "Our data that the person copies.", example = "data: ['{{tpp.vat-number}}']")
                List<Template> data,
        @Doc(value = "Whether the leg then waits for the bank.", example = "then-wait: true") boolean thenWait)
        implements Work {

    @Override
    public MeansName means() {
        return MeansName.OPERATOR;
    }
}
