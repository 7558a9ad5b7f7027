package io.portolan.stories;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who calls Portolan over HTTP: a machine with a token, a person with a session, or nobody in particular. */
final class Visitor {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final String token;
    /** The JSON that is being sent, for comparing it with what is described. */
    private String body;

    private Visitor(int port, String token) {
        this.base = "http://localhost:" + port;
        this.token = token;
    }

    /** What came back. */
    record Answer(int status, byte[] bytes, Map<String, java.util.List<String>> headers) {

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        JsonNode json() {
            try {
                return JSON.readTree(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(text(), e);
            }
        }

        String header(String name) {
            return headers.entrySet().stream().filter(each -> each.getKey().equalsIgnoreCase(name)).flatMap(each -> each.getValue().stream())
                    .findFirst().orElse(null);
        }

        /** Status, code and sentence of a problem, for comparing and for telling. */
        @Override
        public String toString() {
            return status + " " + text();
        }
    }

    static Visitor nobody(int port) {
        return new Visitor(port, null);
    }

    static Visitor withToken(int port, String token) {
        return new Visitor(port, token);
    }

    /** A person who has signed in by the form. */
    static Visitor signedIn(int port, String name, String password) {
        var visitor = new Visitor(port, null);
        var answer = visitor.submit("/sign-in", "/sign-in", Map.of("username", name, "password", password));
        if (answer.status() != 302 || answer.header("Location").contains("failed")) {
            throw new AssertionError("not let in: " + answer.status() + " " + answer.header("Location"));
        }
        return visitor;
    }

    Answer get(String path, String... headers) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET(), headers);
    }

    Answer post(String path, String json, String... headers) {
        return call("POST", path, json, headers);
    }

    Answer call(String method, String path, String json, String... headers) {
        var publisher = json == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json);
        body = json;
        return send(HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", "application/json").method(method, publisher), headers);
    }

    /** Opens a page and hands in a form of it, with the page's own CSRF token. */
    Answer submit(String page, String action, Map<String, String> fields) {
        var all = new java.util.TreeMap<>(fields);
        all.put("_csrf", csrf(page));
        return form(action, all);
    }

    Answer form(String action, Map<String, String> fields) {
        var body = fields.entrySet().stream().map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue())).collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(base + action)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Sends bytes of this type. */
    Answer send(String path, String type, byte[] body, String... headers) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofByteArray(body)), headers);
    }

    /** Sends a file as a form with one field. */
    Answer upload(String path, String field, String name, byte[] body) {
        return upload("POST", path, Map.of(), field, name, body);
    }

    /** Sends a form with these fields and a file, by this method. */
    Answer upload(String method, String path, Map<String, String> fields, String field, String name, byte[] body) {
        var texts = fields.entrySet().stream().map(each -> "--limit\r\nContent-Disposition: form-data; name=\"" + each.getKey() + "\"\r\n\r\n" + each.getValue() + "\r\n")
                .collect(Collectors.joining());
        var head = texts + "--limit\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + name
                + "\"\r\nContent-Type: application/pdf\r\n\r\n";
        return send(HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", "multipart/form-data; boundary=limit")
                .method(method, HttpRequest.BodyPublishers.concat(HttpRequest.BodyPublishers.ofString(head), HttpRequest.BodyPublishers.ofByteArray(body),
                        HttpRequest.BodyPublishers.ofString("\r\n--limit--\r\n"))));
    }

    /** The CSRF token that the forms of a page carry. */
    String csrf(String page) {
        var found = CSRF.matcher(get(page).text());
        if (!found.find()) {
            throw new AssertionError("no form on " + page);
        }
        return found.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Answer send(HttpRequest.Builder request, String... headers) {
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        var built = request.timeout(Duration.ofSeconds(30)).build();
        var answer = send(built);
        var path = built.uri().getRawPath();
        if (path.startsWith("/api/") || path.startsWith("/jwks/")) {
            Described.of(base, token == null ? null : () -> send(HttpRequest.newBuilder(URI.create(base + "/v3/api-docs")).header("Authorization", "Bearer " + token).build()).bytes())
                    .flatMap(described -> described.wrong(built.method(), path, body, answer)).ifPresent(Described::fail);
        }
        body = null;
        return answer;
    }

    private Answer send(HttpRequest request) {
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), answer.body(), answer.headers().map());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
