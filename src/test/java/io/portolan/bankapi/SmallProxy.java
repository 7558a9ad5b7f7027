package io.portolan.bankapi;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy on this machine that lets connections through (CONNECT, RFC 9110, section 9.3.6), and remembers who asked for what. */
final class SmallProxy implements AutoCloseable {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final String wanted;
    private final int status;
    private final RawPeer peer;

    /**
     * A proxy.
     *
     * @param wanted the authorization without which it lets nobody through, or null
     * @param status what it answers to those: 200 lets them through
     */
    SmallProxy(String wanted, int status) throws IOException {
        this.wanted = wanted;
        this.status = status;
        this.peer = new RawPeer(this::serve);
    }

    int port() {
        return peer.port();
    }

    int connections() {
        return peer.connections();
    }

    /** The heads of what it was asked. */
    List<String> asked() {
        return asked;
    }

    private void serve(Socket socket) throws IOException {
        var head = RawPeer.head(socket);
        asked.add(head);
        if (wanted != null && !head.contains("Proxy-Authorization: " + wanted + "\r\n")) {
            answer(socket, "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"proxy\"\r\nContent-Length: 0");
            return;
        }
        if (status != 200) {
            answer(socket, status + " No\r\nContent-Length: 0");
            return;
        }
        var to = head.split(" ")[1].split(":");
        try (var bank = new Socket(to[0], Integer.parseInt(to[1]))) {
            answer(socket, "200 Connection established");
            var back = new Thread(() -> copy(bank, socket));
            back.start();
            copy(socket, bank);
        }
    }

    private static void answer(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(("HTTP/1.1 " + text + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // one side has hung up
        }
    }

    @Override
    public void close() throws IOException {
        peer.close();
    }
}
