package io.portolan.adoption;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a file of registrations (RFC 4180, in UTF-8); what it finds says where, and never what stands there. */
public final class CsvFile {

    /** The most bytes that a file may have. */
    public static final int MOST_BYTES = 10 * 1024 * 1024;
    /** What is said of a file that has more. */
    public static final String TOO_LARGE = "The file is larger than 10 MB. Split it.";
    /** The most registrations that a file may have. */
    public static final int MOST_LINES = 5_000;
    private static final int MOST_COLUMNS = 200;
    private static final int LONGEST = 20_000;

    private final Findings findings = new Findings();
    private final List<Told> told = new ArrayList<>();

    private CsvFile() { }

    /** What a file says, and what keeps it from being read. */
    record Read(List<Told> told, Findings findings) { }

    static Read read(byte[] bytes) {
        var file = new CsvFile();
        var text = file.text(bytes);
        if (text != null) {
            file.parse(text);
        }
        return new Read(List.copyOf(file.told), file.findings);
    }

    /** The text, or null where it is none. */
    private String text(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            return unreadable(1, "file-too-large", "The file is larger than 10 MB.", "Split it.");
        }
        if (begins(bytes, 'P', 'K', 3, 4) || begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
            return unreadable(1, "not-csv", "This is a workbook and no CSV.", "Save the sheet as CSV UTF-8.");
        }
        if (begins(bytes, 0xff, 0xfe) || begins(bytes, 0xfe, 0xff)) {
            return unreadable(1, "wrong-encoding", "The file is in UTF-16.", "Save it as CSV UTF-8.");
        }
        var isMarked = begins(bytes, 0xef, 0xbb, 0xbf);
        var in = ByteBuffer.wrap(bytes, isMarked ? 3 : 0, bytes.length - (isMarked ? 3 : 0));
        var out = CharBuffer.allocate(bytes.length);
        var result = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT).decode(in, out, true);
        var text = out.flip().toString();
        if (result.isError()) {
            return unreadable(1 + (int) text.chars().filter(each -> each == '\n').count(), "wrong-encoding",
                    "From this line on the file is not in UTF-8.", "Save it as CSV UTF-8.");
        }
        if (text.indexOf('\0') >= 0) {
            return unreadable(1 + (int) text.substring(0, text.indexOf('\0')).chars().filter(each -> each == '\n').count(), "not-csv",
                    "The file holds a NUL, so it is no text.", "Save it as CSV UTF-8.");
        }
        return text.isBlank() ? unreadable(1, "file-empty", "The file is empty.", "It begins with a line that names the columns.") : text;
    }

    private String unreadable(int line, String code, String what, String right) {
        findings.add(line, null, code, what, right);
        return null;
    }

    private static boolean begins(byte[] bytes, int... with) {
        if (bytes.length < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if ((bytes[i] & 0xff) != with[i]) {
                return false;
            }
        }
        return true;
    }

    private void parse(String text) {
        // spreadsheets write the separator into a line of its own before the header
        var isSaid = text.length() > 5 && text.startsWith("sep=") && (text.charAt(5) == '\n' || text.charAt(5) == '\r');
        var separator = isSaid ? text.charAt(4) : separator(text);
        long begins = 1;
        try (var parser = CSVParser.parse(text, CSVFormat.RFC4180.builder().setDelimiter(separator).get())) {
            List<String> header = null;
            var records = parser.iterator();
            while (!findings.isFull()) {
                begins = parser.getCurrentLineNumber() + 1;
                if (!records.hasNext()) {
                    break;
                }
                var record = records.next();
                if (isBlank(record) || isSaid && begins == 1) {
                    continue;
                }
                if (header == null) {
                    header = header(record, (int) begins);
                    if (header == null) {
                        return;
                    }
                } else if (told.size() == MOST_LINES) {
                    findings.add((int) begins, null, "too-many-lines", "There are more than " + MOST_LINES + " registrations.", "Split the file.");
                    return;
                } else {
                    line(record, header, (int) begins);
                }
            }
            if (told.isEmpty() && findings.isEmpty()) {
                findings.add((int) begins, null, "file-empty", "No registration stands in the file.", "Each stands in a line of its own below the header.");
            }
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            // what the reader says of it may hold what stands there
            findings.add((int) begins, null, "broken-quotes", "The quotes of this line do not fit: one is not closed, or something follows a closing one.",
                    "A quote within quotes is written twice.");
        }
    }

    private static boolean isBlank(CSVRecord record) {
        return record.stream().allMatch(String::isBlank);
    }

    /** Whatever stands most often in the header. */
    private static char separator(String text) {
        var header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        var best = ',';
        for (var candidate : new char[] {';', '\t'}) {
            if (header.chars().filter(each -> each == candidate).count() > header.chars().filter(each -> each == ',').count()) {
                best = candidate;
            }
        }
        return best;
    }

    private List<String> header(CSVRecord record, int line) {
        if (record.size() > MOST_COLUMNS) {
            findings.add(line, null, "too-many-columns", "There are more than " + MOST_COLUMNS + " columns.", null);
            return null;
        }
        var names = record.stream().map(Columns::plain).toList();
        var seen = new HashMap<String, Integer>();
        for (var name : names) {
            if (name.isEmpty()) {
                findings.add(line, null, "unknown-column", "A column has no name.", "Name it, or take it out.");
            } else if (!Columns.isKnown(name)) {
                // a file without a header has values here, of which some may be secret
                var shown = name.matches("[a-z][a-z-]{0,40}") ? name : null;
                findings.add(line, shown, "unknown-column", shown == null ? "A column has no name that is known." : "There is no column " + name + ".",
                        Columns.instead(name));
            } else if (seen.merge(name, 1, Integer::sum) == 2) {
                findings.add(line, name, "duplicate-column", "The column " + name + " is there more than once.", "Leave one of them.");
            }
        }
        var missing = Columns.all().stream().filter(column -> column.required() && !names.contains(column.name())).toList();
        missing.forEach(column -> findings.add(line, column.name(), "missing-column", "There is no column " + column.name() + ".", column.says()));
        return missing.isEmpty() ? names : null;
    }

    private void line(CSVRecord record, List<String> header, int line) {
        if (record.size() != header.size()) {
            findings.add(line, null, "wrong-count", "There are " + record.size() + " values, and the header has " + header.size() + " columns.",
                    "A value with the separator in it stands in quotes.");
            return;
        }
        var words = new HashMap<String, String>();
        for (int i = 0; i < record.size(); i++) {
            var word = record.get(i);
            if (word.length() > LONGEST) {
                findings.add(line, header.get(i), "too-long", "This value is longer than " + LONGEST + " characters.", null);
            } else if (Columns.isKnown(header.get(i))) {
                words.putIfAbsent(header.get(i), word);
            }
        }
        told.add(new Told(line, Map.copyOf(words)));
    }
}
