package io.portolan.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.leg.Filled;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailCaptureTest {

    private static final List<String> HOSTS = List.of("bank.example");

    @ParameterizedTest
    @ValueSource(strings = {"https://bank.example/confirm?key=a|b", "https://bank.example:443/confirm?for={me}", "https://bank.example/confirm?a b"})
    void takesALinkAsBrowsersDo(String link) {
        assertThat(MailCapture.taken(new Filled("link:/confirm", false), mailWith(link), HOSTS)).contains(link);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://bank.example:443/confirm", "http://bank.example/confirm", "https://evil.example/confirm?bank.example"})
    void takesNoLinkThatLeadsElsewhereOrIsNotEncrypted(String link) {
        assertThat(MailCapture.taken(new Filled("link:/confirm", false), mailWith(link), HOSTS)).isEmpty();
    }

    @Test
    void takesNoCodeFromWhatTheMailQuotes() {
        var mail = RawMails.read("From: a@bank.example", "Subject: Code", "", "Your code is 778899.", "", "> Your code was 112233.");
        assertThat(MailCapture.taken(new Filled("code:", false), mail, HOSTS)).contains("778899");
        assertThat(MailCapture.taken(new Filled("code:112233", false), mail, HOSTS)).isEmpty();
    }

    @Test
    void takesAFileByItsName() {
        var mail = RawMails.read("From: a@bank.example", "Subject: Files", "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=b", "",
                "--b", "Content-Type: text/plain", "", "See the files.", "--b", "Content-Type: application/pdf; name=terms.pdf",
                "Content-Disposition: attachment; filename=terms.pdf", "Content-Transfer-Encoding: base64", "", "JVBERi0=", "--b",
                "Content-Type: text/plain; charset=utf-8", "Content-Disposition: attachment; filename*=utf-8''schl%C3%BCssel.txt", "", "K-1", "--b--");
        assertThat(MailCapture.file(new Filled("attachment:\\.pdf$", false), mail)).get()
                .satisfies(file -> assertThat(new String(file.content())).isEqualTo("%PDF-"));
        assertThat(mail.attachments()).extracting(Mail.Attachment::name).containsExactly("terms.pdf", "schlüssel.txt");
        assertThat(MailCapture.file(new Filled("attachment:\\.zip$", false), mail)).isEmpty();
        assertThat(mail.text()).isEqualTo("See the files.");
    }

    private static Mail mailWith(String link) {
        return RawMails.read("From: noreply@bank.example", "Subject: Confirm", "MIME-Version: 1.0", "Content-Type: text/html", "",
                "<a href=\"" + link + "\">Confirm</a>");
    }
}
