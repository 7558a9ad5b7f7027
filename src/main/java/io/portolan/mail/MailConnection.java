package io.portolan.mail;

import java.time.Duration;
import java.util.Properties;

/** How we connect to mail servers: with a bound on every wait, and to nobody but the server that is meant. */
final class MailConnection {

    private MailConnection() { }

    static Properties properties(String protocol, MailSettings.Tls tls, Duration timeout) {
        var properties = new Properties();
        var millis = Long.toString(timeout.toMillis());
        properties.put("mail." + protocol + ".connectiontimeout", millis);
        properties.put("mail." + protocol + ".timeout", millis);
        properties.put("mail." + protocol + ".writetimeout", millis);
        properties.put("mail." + protocol + ".ssl.checkserveridentity", "true");
        properties.put("mail." + protocol + ".starttls.enable", Boolean.toString(tls == MailSettings.Tls.STARTTLS));
        properties.put("mail." + protocol + ".starttls.required", Boolean.toString(tls == MailSettings.Tls.STARTTLS));
        properties.put("mail.mime.address.strict", "false");
        properties.put("mail.mime.decodetext.strict", "false");
        return properties;
    }
}
