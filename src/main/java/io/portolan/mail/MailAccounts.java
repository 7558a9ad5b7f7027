package io.portolan.mail;

import io.portolan.vault.Secret;
import io.portolan.vault.SecretName;
import io.portolan.vault.Vault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** The mailboxes of the settings, each with one connection that is kept open. */
@Component
class MailAccounts implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(MailAccounts.class);
    private static final String ACTOR = "mailbox";

    private final Map<String, MailAccount> byName = new TreeMap<>();

    /** An address of ours and the mailbox that it belongs to. */
    record Sender(MailAccount account, String address) { }

    MailAccounts(MailSettings settings, Vault vault) {
        settings.mailboxes().forEach((name, account) -> byName.put(name, account(name, account, settings, vault)));
        byName.values().stream().filter(account -> account.settings().authservId() == null).forEach(account -> LOG.warn(
                "The mailbox {} names no authserv-id: every mail in it that decides anything goes to a person", account.name()));
    }

    private static MailAccount account(String name, MailSettings.Account account, MailSettings settings, Vault vault) {
        if (account.secretName() == null && account.password() == null) {
            throw new IllegalArgumentException("portolan.mail.mailboxes." + name + " needs password or password-secret");
        }
        var imap = new ImapMailbox(name, account, settings.timeout(), settings.largest().toBytes(),
                () -> password(account.address(), account.secretName(), account.password(), vault));
        return new MailAccount(name, account, imap, account.smtp() == null ? null : new SmtpServer(account, settings.timeout(),
                () -> smtpPassword(account, vault)));
    }

    private static Secret smtpPassword(MailSettings.Account account, Vault vault) {
        var smtp = account.smtp();
        var own = smtp.secretName() != null || smtp.password() != null;
        return own ? password(account.address(), smtp.secretName(), smtp.password(), vault)
                : password(account.address(), account.secretName(), account.password(), vault);
    }

    private static Secret password(String address, SecretName name, String written, Vault vault) {
        return name == null ? Secret.of(written) : vault.reveal(name, new Vault.Purpose(ACTOR, "reading and sending mail", false, "portolan"))
                .orElseThrow(() -> new MailboxUnreachable(address, "the vault has no password for it"));
    }

    /** All of them, by name. */
    List<MailAccount> all() {
        return List.copyOf(byName.values());
    }

    Optional<MailAccount> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Those at which mail for this TPP arrives, by name. */
    List<MailAccount> of(String tpp) {
        return byName.values().stream().filter(account -> account.settings().tpps().contains(tpp)).toList();
    }

    /** The one from which this TPP writes: the wanted one, by its name or an address of it, or the first; empty where there is none. */
    Optional<Sender> sender(String tpp, String wanted) {
        return of(tpp).stream().filter(account -> wanted == null || account.name().equals(wanted) || account.settings().sendsAs(wanted)).findFirst()
                .map(account -> new Sender(account, wanted != null && account.settings().sendsAs(wanted) ? wanted : account.settings().address()));
    }

    @Override
    public void destroy() {
        byName.values().forEach(account -> account.imap().close());
    }
}
