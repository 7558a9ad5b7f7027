package io.portolan.recording;

import com.fasterxml.jackson.databind.JsonNode;
import io.portolan.playbook.PlaybookReader;
import io.portolan.playbook.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The draft of a playbook that a recording has become, with what a person has to decide and why it would not be read until then.
 *
 * @param bank the id of the bank that it is for
 */
public record RecordingDraft(String bank, String yaml, List<Decision> decisions, List<Problem> problems) {

    /** What the id of a bank is. */
    public static final String BANK = "[a-z]{2}-[a-z0-9]+(-[a-z0-9]+)*";

    /** The bank of a draft where nobody has said which it is. */
    public static final String NO_BANK = "xx-draft";

    /** Something that a person has to decide, with the line of the draft that says so. */
    public record Decision(int line, String what) { }

    /** Enough of a file to be read as a recording, or found too large for one. */
    public static byte[] bytes(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return Recording.bytes(in);
        }
    }

    /**
     * Makes the draft of recordings of the Recorder of Chrome's DevTools, in JSON, with a leg for each in their order.
     *
     * @param tpp our profile as the API gives it, by which what is ours is known, or null
     * @param bank the id of the bank, of the form {@link #BANK}
     * @throws UnreadableRecording where one is none, with its place
     */
    public static RecordingDraft of(List<InputStream> recordings, JsonNode tpp, String bank, LocalDate today, PlaybookReader reader) throws IOException, UnreadableRecording {
        if (!bank.matches(BANK)) {
            throw new IllegalArgumentException("no id of a bank");
        }
        var read = new ArrayList<Recording>();
        for (var recording : recordings) {
            try {
                read.add(Recording.read(Recording.bytes(recording)));
            } catch (UnreadableRecording unreadable) {
                throw unreadable.ofRecording(read.size());
            }
        }
        var yaml = PlaybookDraft.of(read, tpp == null ? TppValues.none() : TppValues.of(tpp), bank, today);
        var decisions = new ArrayList<Decision>();
        var lines = yaml.lines().map(String::strip).toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(PlaybookDraft.MARK)) {
                decisions.add(new Decision(i + 1, lines.get(i).substring(PlaybookDraft.MARK.length())));
            }
        }
        return new RecordingDraft(bank, yaml, List.copyOf(decisions), reader.read(bank + ".yaml", yaml).problems());
    }
}
