package io.portolan.handout;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.journal.JournalSearch;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Hands out what a search of the journal finds as a signed ZIP, however much it is. It is written to a file of ours first, which is gone afterwards: the database is
 * not kept waiting for whoever takes it slowly.
 */
@Component
public class ExportJournal {

    /** More would be no index to read; all are in the lines of JSON. */
    private static final int READABLE = 5_000;

    private final JournalSearch search;
    private final Journal journal;
    private final HandoutKeys keys;
    private final ObjectMapper json;
    private final Clock clock;

    ExportJournal(JournalSearch search, Journal journal, HandoutKeys keys, ObjectMapper json, Clock clock) {
        this.search = search;
        this.journal = journal;
        this.keys = keys;
        this.json = json;
        this.clock = clock;
    }

    /** Writes the file; the journal keeps who has asked for what before the first byte is out. */
    public void to(OutputStream out, JournalSearch.Query query, String actor) throws IOException {
        var asked = inWords(query);
        journal.write(Act.by(actor, Act.HOUSE, "journal-exported", asked));
        var file = Files.createTempFile("portolan-journal-", ".zip");
        try {
            try (var whole = new BufferedOutputStream(Files.newOutputStream(file))) {
                write(whole, query, asked, actor);
            }
            Files.copy(file, out);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void write(OutputStream out, JournalSearch.Query query, String asked, String actor) throws IOException {
        var key = keys.current();
        var now = clock.instant();
        var zip = new SignedZip(out, key, now);
        var readable = new ArrayList<List<String>>();
        var lines = new JournalLines(json);
        var count = new long[1];
        zip.file("journal.jsonl", file -> search.each(query, line -> {
            count[0]++;
            if (readable.size() < READABLE) {
                readable.add(cells(line));
            }
            write(file, lines.written(line));
        }));
        zip.file("index.html", new Html("Journal of Portolan")
                .paragraph("What was done in our name, as it was written down when it was done; the newest first, times in UTC.")
                .facts("Asked for", asked, "By", actor, "Made", Html.MOMENT.format(now) + " UTC", "Entries", count[0] + (count[0] > READABLE
                        ? "; the newest " + READABLE + " are below, all are in journal.jsonl" : ""))
                .heading("How to check this file").code(HandoutReadme.text("The journal of Portolan", asked, key, now))
                .heading("Entries").table(List.of("When", "Who", "Act", "Chain", "Leg", "Detail", "Evidence"), readable).whole());
        zip.file("README.txt", HandoutReadme.text("The journal of Portolan", asked, key, now));
        zip.file("check.py", HandoutReadme.checker());
        zip.finish();
    }

    private static void write(OutputStream file, byte[] line) {
        try {
            file.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(JournalSearch.Line line) {
        var act = line.entry().act();
        return List.of(Html.when(line.entry().at()), Html.text(act.actor()), Html.text(act.name()), Html.text(act.chain() + ", " + line.entry().position()),
                Html.text(act.leg()), Html.text(act.detail()), Html.text(String.join(", ", act.evidence().stream().map(String::valueOf).toList())));
    }

    /** What was asked for, as a sentence. */
    static String inWords(JournalSearch.Query query) {
        var words = new ArrayList<String>();
        add(words, "from ", query.from());
        add(words, "before ", query.before());
        add(words, "by ", query.actor());
        add(words, "act ", query.act());
        add(words, "about ", query.about() == null ? null : query.about().name().toLowerCase(java.util.Locale.ROOT));
        add(words, "chain ", query.chain());
        add(words, "with the words ", query.words());
        return words.isEmpty() ? "All entries." : "Entries " + String.join(", ", words) + ".";
    }

    private static void add(List<String> words, String what, Object value) {
        if (value != null) {
            words.add(what + value);
        }
    }
}
