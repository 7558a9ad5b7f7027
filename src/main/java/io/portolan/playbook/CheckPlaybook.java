package io.portolan.playbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Checks a playbook that somebody has at hand just as one that comes into use, with the models and the playbooks that are in use; it keeps nothing. */
@Component
public class CheckPlaybook {

    private static final String ENDING = ".yaml";
    private static final String NAMELESS = "pasted.yaml";
    private static final Pattern BANK = Pattern.compile("(?m)^bank:[ \t]*['\"]?([a-z0-9-]{1,80})");

    private final PlaybookReader reader;
    private final WholeReading whole;
    private final Playbooks playbooks;

    CheckPlaybook(PlaybookReader reader, ModelCheck models, Playbooks playbooks) {
        this.reader = reader;
        this.whole = new WholeReading(reader, models);
        this.playbooks = playbooks;
    }

    /** What a text is about. */
    public enum About {
        /** A playbook. */
        PLAYBOOK,
        /** What is known of a bank without one. */
        KNOWN_BANK
    }

    /**
     * What came of it.
     *
     * @param file the name under which it was read
     * @param text what it says, as far as it is text and not too long to be read at all
     * @param playbook the playbook, where one could be read by itself
     * @param problems all that is wrong with it, and what others that are in use would then lack
     */
    public record Checked(String file, String text, Optional<Playbook> playbook, List<Problem> problems) { }

    /** Checks this text as the file of this name; without one, as that of the bank that it names. */
    public Checked of(String name, InputStream in, About about) throws IOException {
        var bytes = PlaybookText.bytes(in);
        var text = PlaybookText.asFarAsItIs(bytes);
        var file = name == null || name.isBlank() ? named(text) : name.strip().replaceAll(".*[/\\\\]|\\p{Cntrl}", "");
        var shown = text.length() > YamlDocument.MOST_CHARACTERS ? "" : text;
        if (!file.endsWith(ENDING) || file.equals(ENDING)) {
            return new Checked(file, shown, Optional.empty(), List.of(PlaybooksOnDisk.misnamed(file)));
        }
        if (about == About.KNOWN_BANK) {
            return new Checked(file, shown, Optional.empty(), reader.forKnownBanks().read(file, bytes).problems());
        }
        var content = new PlaybookFiles.Content(file, bytes, file);
        var reading = whole.read(content);
        var problems = new ArrayList<>(reading.problems());
        reading.playbook().ifPresent(playbook -> problems.addAll(across(playbook, text)));
        return new Checked(file, shown, reading.playbook(), List.copyOf(problems));
    }

    /** Checks this text as {@link #of(String, InputStream, About)} does. */
    public Checked of(String name, String text, About about) {
        try (var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))) {
            return of(name, in, about);
        } catch (IOException e) {
            throw new IllegalStateException("bytes can be read", e);
        }
    }

    private List<Problem> across(Playbook playbook, String text) {
        var together = new TreeMap<String, Playbook>();
        playbooks.all().forEach(version -> together.put(version.playbook().bank(), version.playbook()));
        var before = new NeedsAcross(List.copyOf(together.values())).problems();
        together.put(playbook.bank(), playbook);
        return new NeedsAcross(together.values()).problems().stream().filter(problem -> problem.bank().equals(playbook.bank()) || !before.contains(problem))
                .map(problem -> problem.bank().equals(playbook.bank()) ? reader.located(problem, text) : problem).toList();
    }

    private static String named(String text) {
        var bank = BANK.matcher(text);
        return bank.find() ? bank.group(1) + ENDING : NAMELESS;
    }
}
