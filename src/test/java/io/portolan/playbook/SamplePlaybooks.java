package io.portolan.playbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/** Playbooks for tests, and a reader whose today is 30 November 2026. */
public final class SamplePlaybooks {

    /** The example of the documentation. */
    public static final Path EXAMPLE = Path.of("docs/xx-example.yaml");

    static final Clock TODAY = Clock.fixed(Instant.parse("2026-11-30T00:00:00Z"), ZoneOffset.UTC);

    /** Reads playbooks as of 30 November 2026. */
    public static final PlaybookReader READER = new PlaybookReader(TODAY);

    private SamplePlaybooks() { }

    /** The documentation's example, a bank with a portal, mail, an approval and a secret that is shown once. */
    public static Playbook example() {
        return READER.read("xx-example.yaml", exampleText()).orThrow();
    }

    static String exampleText() {
        try {
            return Files.readString(EXAMPLE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the files say of banks without a playbook. */
    static KnownBanks known(PlaybookFiles files) {
        return new KnownBanks(files, new KnownBankReader(TODAY), new InMemoryNamedBanks());
    }

    /** A playbook in a file {@code xx-small.yaml} whose only route, in the environment test, holds these legs. */
    static String withLegs(String... legs) {
        return """
                bank: xx-small
                name: Small Bank
                sources: [a test]
                checked-on: 2026-11-01
                confidence: partial
                ask: {register-url: told by support}
                contacts: {onboarding: {e-mail: psd2@bank.example}, phone-only: {phone: '+43 1'}}
                environments:
                  test:
                    kind: test
                    base-url: https://bank.example
                    hosts: [bank.example]
                    routes:
                      - name: default
                        legs:
                """ + String.join("", Arrays.stream(legs).map(leg -> leg.stripIndent().indent(8)).toList());
    }

    /** What is wrong with a playbook whose route holds these legs. */
    static List<Problem> problemsOf(String... legs) {
        return READER.read("xx-small.yaml", withLegs(legs)).problems();
    }
}
