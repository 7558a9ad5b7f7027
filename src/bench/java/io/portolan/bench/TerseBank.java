package io.portolan.bench;

import io.portolan.simulator.DemoAuthority;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLServerSocket;

/** A bank that answers signed calls over mutual TLS as fast as it can; of each connection it checks the first one. */
final class TerseBank implements AutoCloseable {

    private static final byte[] ANSWER = answer("{\"consentStatus\":\"received\",\"consentId\":\"c-0001\",\"_links\":{\"status\":{\"href\":\"/v1/consents/c-0001/status\"}}}");

    private final SSLServerSocket server;
    private final PublicKey seal;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger checked = new AtomicInteger();

    TerseBank(DemoAuthority authority, PublicKey seal) throws GeneralSecurityException, IOException {
        this.seal = seal;
        server = (SSLServerSocket) BareCalling.context(authority, authority.serverCertificate()).getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        server.setNeedClientAuth(true);
        daemon(() -> {
            while (true) {
                var socket = server.accept();
                connections.incrementAndGet();
                daemon(() -> serve(socket));
            }
        });
    }

    int port() {
        return server.getLocalPort();
    }

    /** How many connections were opened, each with one handshake. */
    int connections() {
        return connections.get();
    }

    /** How many calls had a digest and a signature that are right. */
    int checked() {
        return checked.get();
    }

    private void serve(Socket socket) throws IOException, GeneralSecurityException {
        socket.setTcpNoDelay(true);
        var in = new BufferedInputStream(socket.getInputStream(), 16_384);
        boolean isFirst = true;
        while (true) {
            var head = head(in);
            var body = in.readNBytes(Integer.parseInt(head.get("content-length")));
            if (isFirst) {
                check(head, body);
                isFirst = false;
            }
            socket.getOutputStream().write(ANSWER);
        }
    }

    private void check(Map<String, String> head, byte[] body) throws GeneralSecurityException {
        var digest = "SHA-256=" + Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(body));
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(seal);
        signature.update(("digest: " + digest + "\ndate: " + head.get("date") + "\nx-request-id: " + head.get("x-request-id")).getBytes(StandardCharsets.UTF_8));
        if (signature.verify(Base64.getDecoder().decode(head.get("signature").replaceFirst(".*,signature=\"", "").replace("\"", "")))) {
            checked.incrementAndGet();
        }
    }

    /** The header fields of a request, by their names in lower case. */
    private static Map<String, String> head(InputStream in) throws IOException {
        var fields = new TreeMap<String, String>();
        line(in);
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            fields.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
        }
        return fields;
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder(80);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("hung up");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private static byte[] answer(String body) {
        return ("HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body).getBytes(StandardCharsets.US_ASCII);
    }

    private interface Work {
        void begin() throws IOException, GeneralSecurityException;
    }

    private static void daemon(Work work) {
        var thread = new Thread(() -> {
            try {
                work.begin();
            } catch (IOException | GeneralSecurityException e) {
                // the other side has hung up, or the measuring is over
            }
        }, "terse-bank");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
