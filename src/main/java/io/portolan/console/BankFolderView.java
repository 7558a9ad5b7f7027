package io.portolan.console;

import io.portolan.refusal.Refused;
import io.portolan.worklist.BankFolder;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What our people have added to a bank, as its page shows it, and what was typed into a form that was not taken. */
record BankFolderView(List<NoteLine> notes, List<ContactLine> contacts, List<FileLine> files, Form form) {

    /** A note. */
    record NoteLine(long id, TimeView at, String author, String text) { }

    /** Somebody at the bank. */
    record ContactLine(long id, TimeView at, String author, BankView.ContactLine who) { }

    /** A file. */
    record FileLine(long id, TimeView at, String author, String name, String size) { }

    /**
     * A form that was not taken.
     *
     * @param part which of notes, contacts and documents; empty for none
     */
    record Form(String part, Map<String, String> typed, String wrong, Map<String, String> fields) {

        /** Nothing was handed in. */
        static final Form NONE = new Form("", Map.of(), null, Map.of());

        static Form of(String part, Map<String, String> typed, Refused refusal) {
            return new Form(part, typed, refusal.getMessage(), refusal.about());
        }

        /** What is wrong with this part, with what would be right; null where it was not this one. */
        public String wrong(String part) {
            return !this.part.equals(part) ? null : fields.isEmpty() ? wrong
                    : wrong + " " + Wording.sentence(fields.keySet().iterator().next().replaceAll("([A-Z])", "-$1")) + ": " + fields.values().iterator().next() + ".";
        }

        /** What was typed into a field of this part. */
        public String typed(String part, String field) {
            return this.part.equals(part) ? typed.get(field) : null;
        }
    }

    static BankFolderView of(BankFolder folder, String bank, Form form, Instant now) {
        return new BankFolderView(
                folder.notes(bank).stream().map(note -> new NoteLine(note.id(), TimeView.of(note.at(), now), Wording.actor(note.author()), note.text())).toList(),
                folder.contacts(bank).stream().map(contact -> new ContactLine(contact.id(), TimeView.of(contact.at(), now), Wording.actor(contact.author()), line(contact.person()))).toList(),
                folder.documents(bank).stream().map(file -> new FileLine(file.id(), TimeView.of(file.at(), now), Wording.actor(file.author()), file.name(),
                        DossierView.size(file.size()))).toList(), form);
    }

    private static BankView.ContactLine line(BankFolder.Person person) {
        return new BankView.ContactLine(person.role(), person.name(), person.eMail(), person.phone(), person.url());
    }
}
