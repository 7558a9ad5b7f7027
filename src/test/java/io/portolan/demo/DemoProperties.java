package io.portolan.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The settings by which Portolan finds the simulated bank, its mailbox and the folder of the demo. */
public final class DemoProperties {

    /** The TPP of the demo. */
    public static final String TPP = "lantern";
    static final String PASSWORD = "demo-admin-password";
    /** The token of the demo's API. */
    public static final String TOKEN = "ptl_demo_token_for_xx_harbour_only_0123456789abcdef";

    private DemoProperties() {
    }

    /** The settings for this folder and bank. */
    public static Map<String, Object> of(Path folder, DemoBank bank) {
        var address = bank.addresses();
        var settings = new HashMap<String, Object>();
        settings.put("portolan.database.folder", folder.resolve("postgres").toString());
        settings.put("portolan.vault.master-key-file", folder.resolve("master.key").toString());
        settings.put("portolan.access.admin-password", PASSWORD);
        settings.put("portolan.playbook.folder", playbook(folder, bank).toString());
        settings.put("portolan.bankapi.trust", trust(folder, bank).toString());
        settings.put("portolan.mail.mailboxes.demo.tpps", TPP);
        settings.put("portolan.mail.mailboxes.demo.address", address.mailbox());
        settings.put("portolan.mail.mailboxes.demo.host", address.mailHost());
        settings.put("portolan.mail.mailboxes.demo.port", address.imapPort());
        settings.put("portolan.mail.mailboxes.demo.user", address.mailbox());
        settings.put("portolan.mail.mailboxes.demo.password", address.mailboxPassword());
        settings.put("portolan.mail.mailboxes.demo.tls", "none");
        settings.put("logging.level.root", "warn");
        return settings;
    }

    private static Path playbook(Path folder, DemoBank bank) {
        return write(folder.resolve("bank-playbooks/xx-harbour.yaml"), bank.addresses().playbook()).getParent();
    }

    private static Path trust(Path folder, DemoBank bank) {
        return write(folder.resolve("demo-authority.pem"), bank.authority().certificatePem());
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
