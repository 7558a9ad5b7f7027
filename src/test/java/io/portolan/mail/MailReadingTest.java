package io.portolan.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.portolan.leg.ReceivedMails.Nature;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails as banks, their systems and worse senders write them. */
class MailReadingTest {

    @Test
    void readsWhoWroteToWhomAndWhatItAnswers() {
        var mail = RawMails.read("From: \"PSD2 Desk\" <Desk@Bank.example>", "To: Ada <banks@tpp.example>, x@tpp.example", "Subject: =?utf-8?Q?Re:_Best=C3=A4tigung?=",
                "Message-ID: <1@bank.example>", "In-Reply-To: <ptl.a@tpp.example>", "References: <ptl.0@tpp.example>", " <ptl.a@tpp.example>", "", "Thank you.");
        assertThat(mail.from()).isEqualTo("desk@bank.example");
        assertThat(mail.to()).containsExactly("banks@tpp.example", "x@tpp.example");
        assertThat(mail.subject()).isEqualTo("Re: Bestätigung");
        assertThat(mail.id()).isEqualTo("<1@bank.example>");
        assertThat(mail.repliesTo()).containsExactly("<ptl.a@tpp.example>", "<ptl.0@tpp.example>");
        assertThat(mail.nature()).isEqualTo(Nature.LETTER);
    }

    @Test
    void leavesOutWhatNoDatabaseKeeps() {
        var mail = RawMails.read("From: =?utf-8?Q?x=00?= <a\0b@bank.example>", "Subject: =?utf-8?Q?a=00b=07_c?=", "Message-ID: <1\0@bank.example>",
                "Content-Type: multipart/mixed; boundary=b", "", "--b", "Content-Type: text/html; charset=utf-8", "Content-Transfer-Encoding: quoted-printable", "",
                "<p>one=00&#0;&#xD800; two</p>", "--b", "Content-Type: application/pdf; name=\"=?utf-8?Q?t=00=0D=0Aerms.pdf?=\"", "", "x", "--b--");
        assertThat(mail.subject()).isEqualTo("ab c");
        assertThat(mail.own().replace("\uFFFD", "")).as("what stands for a character that is none may show").isEqualTo("one two");
        assertThat(mail.id()).isEqualTo("<1@bank.example>");
        assertThat(mail.attachments()).singleElement().extracting(Mail.Attachment::name).isEqualTo("t erms.pdf");
        assertThat(mail.from() + mail.text() + mail.links()).doesNotContain("\0");
    }

    @Test
    void tellsWhatAMailSaysFromWhatItQuotes() {
        var plain = RawMails.read("From: a@bank.example", "Subject: Re: x", "", "We need one more document.", "", "On Mon, 2 Nov 2026 at 10:00, Lantern wrote:",
                "> Please approve our registration.", "> https://bank.example/ours");
        assertThat(plain.own()).isEqualTo("We need one more document.");
        assertThat(plain.text()).contains("Please approve");
        assertThat(plain.links()).isEmpty();
        var html = RawMails.read("From: a@bank.example", "Subject: Re: x", "Content-Type: text/html; charset=utf-8", "",
                "<p>No.</p><blockquote><p>Please approve our registration. <a href='https://bank.example/ours'>x</a></p></blockquote>");
        assertThat(html.own()).isEqualTo("No.");
        assertThat(html.links()).isEmpty();
        var outlook = RawMails.read("From: a@bank.example", "Subject: AW: x", "", "Nein.", "", "-----Ursprüngliche Nachricht-----", "Von: Lantern", "Bitte freigeben.");
        assertThat(outlook.own()).isEqualTo("Nein.");
    }

    @Test
    void readsWhatAPersonWouldSeeInEachEncoding() {
        var quoted = RawMails.read("From: a@bank.example", "Subject: s", "Content-Type: text/plain; charset=iso-8859-1", "Content-Transfer-Encoding: quoted-printable", "",
                "Ihr Schl=FCssel: abc=", "def");
        assertThat(quoted.own()).isEqualTo("Ihr Schlüssel: abcdef");
        var base64 = RawMails.read("From: a@bank.example", "Subject: s", "Content-Type: text/html; charset=utf-8", "Content-Transfer-Encoding: base64", "",
                Base64.getEncoder().encodeToString("<p>Secret: <b>tw</b>-99&shy;1&#x32;</p><style>p{}</style>".getBytes(StandardCharsets.UTF_8)));
        assertThat(base64.own()).isEqualTo("Secret: tw-9912");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Auto-Submitted: auto-replied         | Re: Registration                        | AUTOMATIC_REPLY",
        "Auto-Submitted: auto-generated       | Confirm your e-mail                     | MACHINE_MADE",
        "Auto-Submitted: no                   | Re: Registration                        | LETTER",
        "X-Auto-Response-Suppress: All        | Your account                            | MACHINE_MADE",
        "Precedence: bulk                     | News                                    | MACHINE_MADE",
        "Precedence: auto_reply               | x                                       | AUTOMATIC_REPLY",
        "X-Autoreply: yes                     | x                                       | AUTOMATIC_REPLY",
        "X-Nothing: x                         | Out of office: Registration             | AUTOMATIC_REPLY",
        "X-Nothing: x                         | Automatische Antwort: Registration      | AUTOMATIC_REPLY",
        "X-Nothing: x                         | [TW-12] We have received your request   | AUTOMATIC_REPLY",
        "X-Nothing: x                         | Re: [TW-12] We have received your request | LETTER",
        "X-Nothing: x                         | Your application was approved           | LETTER",
    })
    void knowsWhatNoPersonHasWritten(String header, String subject, Nature nature) {
        assertThat(RawMails.read("From: a@bank.example", "Subject: " + subject, header, "", "x").nature()).isEqualTo(nature);
    }

    @Test
    void takesWhatASystemAnswersForAnAutomaticReply() {
        assertThat(RawMails.read("From: a@bank.example", "Subject: Ticket TW-1", "Auto-Submitted: auto-generated", "In-Reply-To: <ptl.a@tpp.example>", "", "x")
                .nature()).isEqualTo(Nature.AUTOMATIC_REPLY);
    }

    @Test
    void readsADeliveryStatusNotification() {
        var bounce = bounce("failed");
        assertThat(bounce.nature()).isEqualTo(Nature.BOUNCE);
        assertThat(bounce.report()).isEqualTo(new Mail.DeliveryReport(true, "psd2@bank.example", "smtp; 550 5.1.1 No such user here", "<ptl.a@tpp.example>"));
        assertThat(DeliveryReports.isFinal(bounce)).isTrue();
        assertThat(DeliveryReports.isFinal(bounce("delayed"))).isFalse();
    }

    private static Mail bounce(String action) {
        return RawMails.read("From: MAILER-DAEMON@mx.tpp.example", "Subject: Undelivered", "MIME-Version: 1.0",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=b", "", "--b", "Content-Type: text/plain", "", "Sorry.", "--b",
                "Content-Type: message/delivery-status", "", "Reporting-MTA: dns; mx.tpp.example", "", "Final-Recipient: rfc822; psd2@bank.example",
                "Action: " + action, "Status: 5.1.1", "Diagnostic-Code: smtp; 550 5.1.1", " No such user here", "--b", "Content-Type: message/rfc822", "",
                "From: banks@tpp.example", "Message-ID: <ptl.a@tpp.example>", "Subject: Registration", "", "Please.", "--b--");
    }

    @Test
    void readsAMailThatHasNoHeaderAtAll() {
        var mail = RawMails.read("", "just text");
        assertThat(mail.from()).isEmpty();
        assertThat(mail.subject()).isEmpty();
        assertThat(mail.id()).startsWith("sha256:");
        assertThat(mail.text()).isEqualTo("just text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/mixed; boundary=never", "multipart/mixed", "text/plain; charset=klingon", "text/plain; charset=\"", "application/;;", "message/rfc822"})
    void survivesMalformedMime(String type) {
        var mail = RawMails.read("From: <<>@@bank.example", "Subject: =?klingon?B?###?=", "MIME-Version: 1.0", "Content-Type: " + type, "",
                "still 123456 there");
        assertThat(mail.id()).startsWith("sha256:");
        assertThat(mail.receivedAt()).isEqualTo(RawMails.RECEIVED);
    }

    @Test
    void survivesPartsWithinPartsWithoutEnd() {
        var lines = new StringBuilder("From: a@bank.example\r\nSubject: deep\r\n");
        for (int i = 0; i < 200; i++) {
            lines.append("Content-Type: multipart/mixed; boundary=b").append(i).append("\r\n\r\n--b").append(i).append("\r\n");
        }
        assertThat(MailReading.of(lines.toString().getBytes(StandardCharsets.US_ASCII), RawMails.RECEIVED).subject()).isEqualTo("deep");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script ", "<a ", "<", "<!--", "<blockquote ", "<div ", "> ", "On x wrote ", "secret ", "https://"})
    void readsWhatIsMadeToTakeLongInShortTime(String piece) {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            var mail = RawMails.read("From: a@bank.example", "Subject: s", "Content-Type: text/html; charset=utf-8", "", piece.repeat(200_000 / piece.length()));
            Suspects.masked(mail.text());
            return Acknowledgements.reference(mail, null);
        });
    }

    @Test
    void showsNothingOfScriptsStylesAndComments() {
        var mail = RawMails.read("From: a@bank.example", "Subject: s", "Content-Type: text/html; charset=utf-8", "",
                "<HTML><Head><title>t</title></Head><style>p{}</style><!-- hidden --><p>Seen</p><script>var x = 1;</script> too</html>");
        assertThat(mail.own().replaceAll("[\\s>]+", " ").strip()).isEqualTo("Seen too");
    }

    @Test
    void readsOnlyTheBeginningOfAHugeText() {
        assertThat(RawMails.read("From: a@bank.example", "Subject: s", "", "x".repeat(2_000_000)).text()).hasSizeLessThanOrEqualTo(200_000);
    }
}
