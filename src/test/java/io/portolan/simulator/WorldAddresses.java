package io.portolan.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the running banks and the mailbox of the TPP are found; also what a world in a JVM of its own leaves in its folder. */
public record WorldAddresses(String mailHost, int smtpPort, int imapPort, String mailbox, String mailboxPassword, long mischiefSeed,
        List<BankAddresses> banks) {

    /** Reads what a world has left in this file, where there is one. */
    public static Optional<WorldAddresses> kept(Path file) {
        try {
            return Files.exists(file) ? Optional.of(BooksFile.JSON.readValue(file.toFile(), WorldAddresses.class)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bank of this id. */
    public BankAddresses bank(String id) {
        return banks.stream().filter(bank -> bank.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no bank " + id));
    }
}
