package io.portolan.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.mail.SmtpServer.Handed;
import io.portolan.vault.Secret;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is known of a letter after a mail server has answered, or has not. */
class SmtpServerIT {

    private static final Map<String, String> WELL = Map.of("EHLO", "250 hello", "MAIL", "250 ok", "RCPT", "250 ok", "DATA", "354 go on", ".", "250 taken", "QUIT", "221 bye");

    @Test
    void hasHandedInWhatTheServerHasTaken() throws Exception {
        assertThat(handed(Map.of())).isInstanceOf(Handed.Taken.class);
    }

    @Test
    void knowsWhatCertainlyHasNotLeft() throws Exception {
        assertThat(handed(Map.of("RCPT", "550 5.1.1 no such user"))).isInstanceOfSatisfying(Handed.NotSent.class, notSent -> {
            assertThat(notSent.forGood()).isTrue();
            assertThat(notSent.why()).contains("550 5.1.1 no such user");
        });
        assertThat(handed(Map.of("RCPT", "451 4.7.1 come back later"))).isInstanceOfSatisfying(Handed.NotSent.class,
                notSent -> assertThat(notSent.forGood()).isFalse());
        assertThat(handed(Map.of("MAIL", "421 closing"))).isInstanceOf(Handed.NotSent.class);
    }

    @Test
    void doesNotKnowWhereTheAnswerWasLost() throws Exception {
        assertThat(handed(Map.of(".", "(hangs up)"))).isInstanceOf(Handed.Unknown.class);
    }

    @Test
    void knowsThatALetterWasTakenWhereTheServerHangsUpInsteadOfAFarewell() throws Exception {
        assertThat(handed(Map.of("QUIT", "(hangs up)"))).isInstanceOf(Handed.Taken.class);
    }

    @Test
    void hasNotSentWhereNobodyListens() throws Exception {
        int port;
        try (var closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        assertThat(server(port).hand(draft().message(Instant.EPOCH))).isInstanceOf(Handed.NotSent.class);
    }

    /** Hands a letter to a server that answers well, but for these commands. */
    private static Handed handed(Map<String, String> otherwise) throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var clerk = new Thread(() -> converse(socket, otherwise), "smtp");
            clerk.start();
            var handed = server(socket.getLocalPort()).hand(draft().message(Instant.EPOCH));
            clerk.join(5_000);
            return handed;
        }
    }

    private static void converse(ServerSocket socket, Map<String, String> otherwise) {
        try (var client = socket.accept(); var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
            var out = client.getOutputStream();
            out.write("220 ready\r\n".getBytes(StandardCharsets.US_ASCII));
            boolean isLetter = false;
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (isLetter && !line.equals(".")) {
                    continue;
                }
                isLetter = line.equals("DATA");
                var command = line.split("[ :]")[0];
                var answer = otherwise.getOrDefault(command, WELL.getOrDefault(command, "250 ok"));
                if (answer.startsWith("(")) {
                    return;
                }
                out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SmtpServer server(int port) {
        var smtp = new MailSettings.Smtp("127.0.0.1", port, null, null, null, MailSettings.Tls.NONE, false);
        return new SmtpServer(account(smtp), Duration.ofSeconds(3), () -> Secret.of("unused"));
    }

    private static MailSettings.Account account(MailSettings.Smtp smtp) {
        return new MailSettings.Account(List.of("demo-tpp"), "banks@tpp.example", List.of(), "127.0.0.1", 993, "banks", "unused", null,
                MailSettings.Tls.TLS, null, "Sent", smtp);
    }

    private static Draft draft() {
        var account = new MailAccount("banks", account(null), null, null);
        return new Draft("<ptl.1@tpp.example>", new MailAccounts.Sender(account, "banks@tpp.example"), "psd2@bank.example", "Hello", "Hello.", List.of(), List.of());
    }
}
