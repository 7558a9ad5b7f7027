package io.portolan.playbook;

import java.util.List;
import java.util.Map;

/** Work that a person does, by the leg's instructions. */
@Doc(value = "A person does it and brings back what is asked.", example = "by: operator")
public record OperatorWork(
        @Doc(value = "Pages that the person needs.", example = "links: ['https://developer.bank.example']")
                List<Template> links,
        @Doc(value = "Our data that the person copies, by what the bank's form calls it; a list is called by what it is.",
                example = "data: {VAT number: '{{tpp.vat-number}}'}", listed = true) Map<String, Template> data,
        @Doc(value = "Our files that the person hands in, by what the bank calls them; a list is called by what it is.",
                example = "files: {Your logo: '{{application.logo}}'}", listed = true) Map<String, Template> files,
        @Doc(value = "Secrets of earlier legs that the person needs, by what they are called: each can be shown once at a time to whoever has taken the task"
                + " and may see secrets, who says why; the journal keeps it.",
                example = "secrets: {Client secret: '{{captured.client-secret}}'}", listed = true) Map<String, Template> secrets,
        @Doc(value = "Whether the leg then waits for the bank.", example = "then-wait: true") boolean thenWait)
        implements Work {

    @Override
    public MeansName means() {
        return MeansName.OPERATOR;
    }
}
