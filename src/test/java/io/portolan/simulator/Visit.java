package io.portolan.simulator;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One request to a bank and the answer it will get. */
public final class Visit {

    private static final int LARGEST_BODY = 2_000_000;

    private final HttpExchange exchange;
    private final byte[] body;
    private final Multipart parts;
    private final Map<String, String> fields;
    private int status = 404;
    private byte[] answer = new byte[0];

    Visit(HttpExchange exchange) throws IOException {
        this.exchange = exchange;
        this.body = exchange.getRequestBody().readNBytes(LARGEST_BODY);
        var type = header("Content-Type").orElse("");
        this.parts = type.startsWith("multipart/form-data") ? Multipart.read(type, body) : Multipart.NONE;
        this.fields = type.startsWith("application/x-www-form-urlencoded") ? decoded(text()) : parts.fields();
    }

    /** The method in capitals. */
    public String method() {
        return exchange.getRequestMethod();
    }

    /** The path, decoded. */
    public String path() {
        return exchange.getRequestURI().getPath();
    }

    /** Whether it hands in something. */
    public boolean isPost() {
        return method().equals("POST");
    }

    /** A field of the form, without the spaces around it; empty where it is missing. */
    public String field(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    /** All fields of the form. */
    public Map<String, String> fields() {
        return fields;
    }

    /** A file of the form that is not empty. */
    public Optional<Multipart.Part> file(String name) {
        return Optional.ofNullable(parts.files().get(name)).filter(part -> part.content().length > 0);
    }

    /** A parameter of the address, empty where it is missing. */
    public String query(String name) {
        var query = exchange.getRequestURI().getRawQuery();
        return query == null ? "" : decoded(query).getOrDefault(name, "").strip();
    }

    /** A header of the request. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    /** A cookie of the request. */
    public Optional<String> cookie(String name) {
        for (var cookie : header("Cookie").orElse("").split(";\\s*")) {
            if (cookie.startsWith(name + "=")) {
                return Optional.of(cookie.substring(name.length() + 1));
            }
        }
        return Optional.empty();
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Sets a header of the answer. */
    public void set(String header, String value) {
        exchange.getResponseHeaders().set(header, value);
    }

    /** Answers with a page. */
    public void html(int status, String page) {
        answer(status, "text/html; charset=utf-8", page);
    }

    /** Answers with JSON. */
    public void json(int status, Object content) {
        answer(status, "application/json", BooksFile.json(content) + "\n");
    }

    /** Sends the browser to another page. */
    public void redirect(String path) {
        set("Location", path);
        answer(303, "text/plain", "");
    }

    /** Answers with this; the last answer counts. */
    public void answer(int status, String type, String content) {
        answer(status, type, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Answers with these bytes, such as a file to be downloaded. */
    public void answer(int status, String type, byte[] content) {
        set("Content-Type", type);
        set("Cache-Control", "no-store");
        this.status = status;
        this.answer = content;
    }

    /** The status that it is going to be answered with. */
    public int status() {
        return status;
    }

    /** Sends the answer; until then it can still be lost. */
    void send() throws IOException {
        boolean isEmpty = answer.length == 0 || method().equals("HEAD");
        exchange.sendResponseHeaders(status, isEmpty ? -1 : answer.length);
        if (!isEmpty) {
            exchange.getResponseBody().write(answer);
        }
        exchange.close();
    }

    /** The fields of a form in a URL or a body. */
    public static Map<String, String> decoded(String form) {
        var fields = new HashMap<String, String>();
        for (var pair : form.split("&")) {
            int split = pair.indexOf('=');
            if (split > 0) {
                fields.put(URLDecoder.decode(pair.substring(0, split), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(split + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }
}
