package io.portolan.worklist;

import io.portolan.onboarding.AddedToBank;
import io.portolan.playbook.Draft;
import io.portolan.playbook.Playbook;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** What stands in the folder of a bank, as the draft of its playbook takes it over. */
@Component
class AddedInFolder implements AddedToBank {

    private final JdbcBankFolders folders;

    AddedInFolder(JdbcBankFolders folders) {
        this.folders = folders;
    }

    @Override
    public Draft.Added of(String bank) {
        return new Draft.Added(folders.contacts(bank).stream().map(BankFolder.Contact::person)
                .map(person -> new Draft.Person(person.role(), new Playbook.Contact(person.name(), person.eMail(), person.phone(), person.url(), null))).toList(),
                folders.notes(bank).stream().map(note -> new Draft.Noted(note.text(), note.at().atZone(ZoneOffset.UTC).toLocalDate())).toList(),
                folders.documents(bank).stream().map(BankFolder.Document::name).toList());
    }
}
