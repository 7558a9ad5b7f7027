package io.portolan.mail;

import io.portolan.vault.Secret;
import io.portolan.vault.Vault;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** The mailboxes of the settings, each with one connection that is kept open. */
@Component
class ImapMailboxes implements Mailboxes, DisposableBean {

    private static final String ACTOR = "mailbox";

    private final Map<String, ImapMailbox> byTpp = new LinkedHashMap<>();

    ImapMailboxes(MailSettings settings, Vault vault) {
        settings.mailboxes().forEach((name, account) -> {
            var mailbox = new ImapMailbox(name, account, settings.timeout(), password(name, account, vault));
            account.tpps().forEach(tpp -> {
                if (byTpp.putIfAbsent(tpp, mailbox) != null) {
                    throw new IllegalArgumentException("portolan.mail.mailboxes: " + tpp + " has more than one mailbox");
                }
            });
        });
    }

    @Override
    public Optional<Mailbox> of(String tpp) {
        return Optional.ofNullable(byTpp.get(tpp));
    }

    private static Supplier<Secret> password(String name, MailSettings.Account account, Vault vault) {
        if (account.secretName() == null && account.password() == null) {
            throw new IllegalArgumentException("portolan.mail.mailboxes." + name + " needs password or password-secret");
        }
        return () -> account.secretName() == null ? Secret.of(account.password())
                : vault.reveal(account.secretName(), new Vault.Purpose(ACTOR, "reading mail", false, "portolan"))
                        .orElseThrow(() -> new MailboxUnreachable(account.address(), "the vault has no password for it"));
    }

    @Override
    public void destroy() {
        byTpp.values().forEach(ImapMailbox::close);
    }
}
