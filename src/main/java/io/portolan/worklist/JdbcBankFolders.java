package io.portolan.worklist;

import io.portolan.database.Timestamps;
import io.portolan.worklist.BankFolder.Contact;
import io.portolan.worklist.BankFolder.Document;
import io.portolan.worklist.BankFolder.Note;
import io.portolan.worklist.BankFolder.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcBankFolders {

    private static final String DOCUMENT = "id, at, author, name, media_type, size";

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcBankFolders(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Note> notes(String bank) {
        return jdbc.sql("select * from bank_notes where bank = :bank order by id").param("bank", bank).query((row, number) -> note(row)).list();
    }

    Note note(String bank, String author, String text) {
        return jdbc.sql("insert into bank_notes (bank, at, author, text) values (:bank, :at, :author, :text) returning *").param("bank", bank)
                .param("at", Timestamps.now(clock)).param("author", author).param("text", text).query((row, number) -> note(row)).single();
    }

    boolean removeNote(String bank, long id) {
        return jdbc.sql("delete from bank_notes where bank = :bank and id = :id").param("bank", bank).param("id", id).update() == 1;
    }

    private static Note note(ResultSet row) throws SQLException {
        return new Note(row.getLong("id"), Timestamps.read(row, "at"), row.getString("author"), row.getString("text"));
    }

    List<Contact> contacts(String bank) {
        return jdbc.sql("select * from bank_contacts where bank = :bank order by id").param("bank", bank).query((row, number) -> contact(row)).list();
    }

    Contact contact(String bank, String author, Person person) {
        return jdbc.sql("""
                insert into bank_contacts (bank, at, author, role, name, e_mail, phone, url)
                values (:bank, :at, :author, :role, :name, :eMail, :phone, :url) returning *""").param("bank", bank).param("at", Timestamps.now(clock))
                .param("author", author).param("role", person.role()).param("name", person.name()).param("eMail", person.eMail())
                .param("phone", person.phone()).param("url", person.url()).query((row, number) -> contact(row)).single();
    }

    boolean removeContact(String bank, long id) {
        return jdbc.sql("delete from bank_contacts where bank = :bank and id = :id").param("bank", bank).param("id", id).update() == 1;
    }

    private static Contact contact(ResultSet row) throws SQLException {
        return new Contact(row.getLong("id"), Timestamps.read(row, "at"), row.getString("author"), new Person(row.getString("role"), row.getString("name"),
                row.getString("e_mail"), row.getString("phone"), row.getString("url")));
    }

    List<Document> documents(String bank) {
        return jdbc.sql("select " + DOCUMENT + " from bank_documents where bank = :bank order by id").param("bank", bank)
                .query((row, number) -> document(row)).list();
    }

    Optional<Map.Entry<Document, byte[]>> document(String bank, long id) {
        return jdbc.sql("select " + DOCUMENT + ", content from bank_documents where bank = :bank and id = :id").param("bank", bank).param("id", id)
                .query((row, number) -> Map.entry(document(row), row.getBytes("content"))).optional();
    }

    Document keep(String bank, String author, String name, String mediaType, byte[] content) {
        return jdbc.sql("insert into bank_documents (bank, at, author, name, media_type, size, content)"
                + " values (:bank, :at, :author, :name, :mediaType, :size, :content) returning " + DOCUMENT).param("bank", bank).param("at", Timestamps.now(clock))
                .param("author", author).param("name", name).param("mediaType", mediaType).param("size", content.length).param("content", content)
                .query((row, number) -> document(row)).single();
    }

    boolean removeDocument(String bank, long id) {
        return jdbc.sql("delete from bank_documents where bank = :bank and id = :id").param("bank", bank).param("id", id).update() == 1;
    }

    private static Document document(ResultSet row) throws SQLException {
        return new Document(row.getLong("id"), Timestamps.read(row, "at"), row.getString("author"), row.getString("name"), row.getString("media_type"), row.getLong("size"));
    }
}
