package io.portolan.stories;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A client of the stream of events that is written by hand: it sees each line as it comes, and the end. */
final class Listener implements AutoCloseable {

    private final Socket socket;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private volatile boolean ended;

    /** Opens a stream; one that does not read takes nothing from its socket, as a client that hangs. */
    Listener(int port, String query, boolean reads, String... headers) {
        try {
            socket = new Socket();
            socket.setReceiveBufferSize(4096);
            socket.connect(new java.net.InetSocketAddress("localhost", port));
            var request = new StringBuilder("GET /api/v1/events" + query + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n");
            for (int i = 0; i < headers.length; i += 2) {
                request.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
            }
            OutputStream out = socket.getOutputStream();
            out.write(request.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
            out.flush();
            if (reads) {
                var thread = new Thread(this::read, "listener");
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        try (var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(line);
                if (line.equals("0")) {
                    // the last chunk
                    break;
                }
            }
        } catch (IOException closed) {
            // so it has ended
        }
        ended = true;
    }

    /** Reads what a client that hung has been sent, up to the end. */
    boolean endsWhenRead() {
        read();
        return ended;
    }

    String status() {
        return lines.isEmpty() ? "" : lines.get(0);
    }

    boolean hasEnded() {
        return ended;
    }

    List<String> lines() {
        return lines;
    }

    /** The rests of the lines of this field. */
    List<String> all(String field) {
        return lines.stream().filter(line -> line.startsWith(field + ": ")).map(line -> line.substring(field.length() + 2)).toList();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
