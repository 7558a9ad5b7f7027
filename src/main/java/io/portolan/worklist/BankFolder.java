package io.portolan.worklist;

import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.onboarding.KeptAtBank;
import io.portolan.playbook.KnownBanks;
import io.portolan.playbook.Playbooks;
import io.portolan.refusal.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What our people add to what the playbook of a bank says: notes, people there, documents; the playbook stays as it is. */
@Component
public class BankFolder implements KeptAtBank {

    private static final int LONGEST = 10_000;
    private static final int LONGEST_FIELD = 300;
    private static final Pattern E_MAIL = Pattern.compile("[^@\\s<>]+@[^@\\s<>]+\\.[^@\\s<>]+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()/.-]{3,}( ?(ext|x)\\.? ?[0-9]+)?");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s/]+\\S*");

    private final JdbcBankFolders folders;
    private final Playbooks playbooks;
    private final KnownBanks known;
    private final Journal journal;
    private final WorklistSettings settings;

    BankFolder(JdbcBankFolders folders, Playbooks playbooks, KnownBanks known, Journal journal, WorklistSettings settings) {
        this.folders = folders;
        this.playbooks = playbooks;
        this.known = known;
        this.journal = journal;
        this.settings = settings;
    }

    /** What somebody wrote for those who come after. */
    public record Note(long id, Instant at, String author, String text) { }

    /** Somebody at the bank, as one of us has written it down. */
    public record Contact(long id, Instant at, String author, Person person) { }

    /** Who that is and how to reach them; what is not known is null. */
    public record Person(String role, String name, String eMail, String phone, String url) { }

    /** A file; its type is what its first bytes say. */
    public record Document(long id, Instant at, String author, String name, String mediaType, long size) { }

    /** The notes, oldest first; {@code unknown-bank} where there is no such bank, as for all others here. */
    public List<Note> notes(String bank) {
        return folders.notes(found(bank));
    }

    /** Adds a note; {@code missing-values} or {@code invalid-values} where it is empty or too long. */
    @Transactional
    public Note note(String bank, String text, String author) {
        found(bank);
        if (text == null || text.isBlank()) {
            throw Refused.invalid("missing-values", "Nothing is written.", Map.of("text", "is missing"));
        }
        if (text.length() > LONGEST) {
            throw Refused.invalid("invalid-values", "This is longer than " + LONGEST + " characters.", Map.of("text", "has at most " + LONGEST + " characters"));
        }
        var note = folders.note(bank, author, text.strip());
        journal.write(Act.by(author, Act.HOUSE, "bank-note-added", bank + ": " + note.text()));
        return note;
    }

    /** Takes a note away, in the name of this actor; {@code unknown-note}. The journal keeps what it said. */
    @Transactional
    public void removeNote(String bank, long id, String actor) {
        removed(folders.removeNote(found(bank), id), "unknown-note", "note");
        journal.write(Act.by(actor, Act.HOUSE, "bank-note-removed", bank + ": note " + id));
    }

    /** The people, oldest first. */
    public List<Contact> contacts(String bank) {
        return folders.contacts(found(bank));
    }

    /** Adds somebody; {@code missing-values} or {@code invalid-values} with what would be right. */
    @Transactional
    public Contact contact(String bank, Person person, String author) {
        found(bank);
        var written = new Person(field("role", person.role(), null, null), field("name", person.name(), null, null),
                field("eMail", person.eMail(), E_MAIL, "an address such as psd2@bank.example"), field("phone", person.phone(), PHONE, "a number such as +43 1 234 567"),
                field("url", person.url(), ADDRESS, "an address that begins with https://"));
        if (written.role() == null) {
            throw Refused.invalid("missing-values", "For what are they there?", Map.of("role", "is missing, such as support"));
        }
        if (Stream.of(written.name(), written.eMail(), written.phone(), written.url()).allMatch(Objects::isNull)) {
            throw Refused.invalid("missing-values", "A name, an e-mail address, a telephone number or an address of a form is needed.", Map.of("eMail", "one of these four is needed"));
        }
        var contact = folders.contact(bank, author, written);
        journal.write(Act.by(author, Act.HOUSE, "bank-contact-added", bank + ": " + said(written)));
        return contact;
    }

    /** Takes somebody away; {@code unknown-contact}. */
    @Transactional
    public void removeContact(String bank, long id, String actor) {
        removed(folders.removeContact(found(bank), id), "unknown-contact", "contact");
        journal.write(Act.by(actor, Act.HOUSE, "bank-contact-removed", bank + ": contact " + id));
    }

    /** The files, oldest first, without their content. */
    public List<Document> documents(String bank) {
        return folders.documents(found(bank));
    }

    /** A file and its content; {@code unknown-document}. */
    public Map.Entry<Document, byte[]> document(String bank, long id) {
        return folders.document(found(bank), id).orElseThrow(() -> unknown("unknown-document", "document"));
    }

    /**
     * Adds a file: PDF, PNG, JPEG, GIF, text, or what office programs write.
     *
     * @throws Refused with codes {@code missing-values}, {@code attachment-too-large} or {@code invalid-document}
     */
    @Transactional
    public Document keep(String bank, String name, byte[] body, String author) {
        found(bank);
        if (body.length == 0) {
            throw Refused.invalid("missing-values", "The file is empty.", Map.of("file", "is empty"));
        }
        if (body.length > settings.attachmentLimit().toBytes()) {
            throw Refused.invalid("attachment-too-large", "A file may have " + settings.saidLimit() + " at most.", Map.of("file", "larger than " + settings.saidLimit()));
        }
        var type = FileType.of(body);
        if (type == FileType.OTHER) {
            throw Refused.invalid("invalid-document", "This is neither a PDF, a picture, a text nor a file of an office program.", Map.of("file", "PDF, PNG, JPEG, GIF, text or office"));
        }
        var kept = folders.keep(bank, author, Dossier.fileName(name), type.mediaType(), body);
        journal.write(Act.by(author, Act.HOUSE, "bank-document-added", bank + ": " + kept.name() + ", " + kept.size() + " bytes"));
        return kept;
    }

    /** Takes a file away for good; {@code unknown-document}. */
    @Transactional
    public void removeDocument(String bank, long id, String actor) {
        var name = document(bank, id).getKey().name();
        removed(folders.removeDocument(bank, id), "unknown-document", "document");
        journal.write(Act.by(actor, Act.HOUSE, "bank-document-removed", bank + ": " + name));
    }

    @Override
    public Optional<String> keptAt(String bank) {
        var kept = Stream.of(said(folders.notes(bank).size(), "note"), said(folders.contacts(bank).size(), "contact"), said(folders.documents(bank).size(), "document"))
                .flatMap(Optional::stream).collect(Collectors.joining(", "));
        return kept.isEmpty() ? Optional.empty() : Optional.of(kept);
    }

    private static Optional<String> said(int count, String what) {
        return count == 0 ? Optional.empty() : Optional.of(count + " " + what + (count == 1 ? "" : "s"));
    }

    private String found(String bank) {
        if (playbooks.current(bank).isEmpty() && known.find(bank).isEmpty()) {
            throw Refused.notFound("unknown-bank", "There is no bank " + bank + ".");
        }
        return bank;
    }

    private static void removed(boolean isRemoved, String code, String what) {
        if (!isRemoved) {
            throw unknown(code, what);
        }
    }

    private static Refused unknown(String code, String what) {
        return Refused.notFound(code, "There is no such " + what + " at this bank.");
    }

    private static String field(String name, String text, Pattern form, String right) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var written = text.strip();
        if (written.length() > LONGEST_FIELD || form != null && !form.matcher(written).matches()) {
            throw Refused.invalid("invalid-values", "\"" + written.substring(0, Math.min(60, written.length())) + "\" cannot be kept as it is.",
                    Map.of(name, written.length() > LONGEST_FIELD ? "has at most " + LONGEST_FIELD + " characters" : right));
        }
        return written;
    }

    private static String said(Person person) {
        return String.join(", ", Stream.of(person.role(), person.name(), person.eMail(), person.phone(), person.url()).filter(Objects::nonNull).toList());
    }
}
