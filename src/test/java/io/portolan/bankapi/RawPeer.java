package io.portolan.bankapi;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on this machine that does with each connection what a test says. */
final class RawPeer implements AutoCloseable {

    /** What becomes of a connection. */
    interface Behaviour {
        void with(Socket socket) throws Exception;
    }

    private final ServerSocket server;
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    RawPeer(Behaviour behaviour) throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), behaviour);
    }

    RawPeer(ServerSocket server, Behaviour behaviour) {
        this.server = server;
        threads.execute(() -> {
            while (!server.isClosed()) {
                accept(behaviour);
            }
        });
    }

    private void accept(Behaviour behaviour) {
        try {
            var socket = server.accept();
            connections.add(socket);
            threads.execute(() -> {
                try {
                    behaviour.with(socket);
                } catch (Exception e) {
                    // the client has hung up, or the test is over
                }
            });
        } catch (IOException e) {
            // the test is over
        }
    }

    int port() {
        return server.getLocalPort();
    }

    int connections() {
        return connections.size();
    }

    String address() {
        return "https://localhost:" + port() + "/accounts";
    }

    /** Reads what has come until the head of a request is over. */
    static String head(Socket socket) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new IOException("hung up");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (var socket : connections) {
            socket.close();
        }
        threads.shutdownNow();
    }
}
