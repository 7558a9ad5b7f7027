package io.portolan.demo;

import io.portolan.simulator.WorldMail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The settings by which Portolan finds the simulated banks, the mailbox and the folder of the demo. */
public final class DemoProperties {

    /** The TPP of the demo. */
    public static final String TPP = "lantern";
    static final String PASSWORD = "demo-admin-password";
    /** The token of the demo's API. */
    public static final String TOKEN = "ptl_demo_token_for_xx_harbour_only_0123456789abcdef";

    private DemoProperties() {
    }

    /** The settings for this folder and these banks. */
    public static Map<String, Object> of(Path folder, DemoWorld world) {
        var address = world.addresses();
        var settings = new HashMap<String, Object>();
        settings.put("portolan.database.folder", folder.resolve("postgres").toString());
        settings.put("portolan.vault.master-key-file", folder.resolve("master.key").toString());
        settings.put("portolan.access.admin-password", PASSWORD);
        settings.put("portolan.playbook.folder", playbooks(folder, world).toString());
        settings.put("portolan.bankapi.trust", trust(folder, world).toString());
        settings.put("portolan.mail.mailboxes.demo.tpps", TPP);
        settings.put("portolan.mail.mailboxes.demo.address", address.mailbox());
        settings.put("portolan.mail.mailboxes.demo.host", address.mailHost());
        settings.put("portolan.mail.mailboxes.demo.port", address.imapPort());
        settings.put("portolan.mail.mailboxes.demo.user", address.mailbox());
        settings.put("portolan.mail.mailboxes.demo.password", address.mailboxPassword());
        settings.put("portolan.mail.mailboxes.demo.tls", "none");
        settings.put("portolan.mail.mailboxes.demo.authserv-id", WorldMail.AUTHORITY);
        settings.put("portolan.mail.mailboxes.demo.smtp.host", address.mailHost());
        settings.put("portolan.mail.mailboxes.demo.smtp.port", address.smtpPort());
        settings.put("portolan.mail.mailboxes.demo.smtp.tls", "none");
        settings.put("portolan.mail.mailboxes.demo.smtp.sign-in", "false");
        settings.put("portolan.mail.look-every", "1s");
        settings.put("logging.level.root", "warn");
        return settings;
    }

    private static Path playbooks(Path folder, DemoWorld world) {
        var playbooks = new DemoPlaybooks(folder.resolve("bank-playbooks"));
        world.addresses().banks().forEach(bank -> bank.playbooks().forEach(playbooks::write));
        return playbooks.folder();
    }

    private static Path trust(Path folder, DemoWorld world) {
        return write(folder.resolve("demo-authority.pem"), world.authority().certificatePem());
    }

    private static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
