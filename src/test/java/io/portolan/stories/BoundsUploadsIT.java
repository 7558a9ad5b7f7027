package io.portolan.stories;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ResolvableType;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every call and every form that takes a file: how large it may be, what it must be whatever its name says, and what is said of one that is neither. */
class BoundsUploadsIT extends ApiStory {

    private static final int MEGABYTE = 1024 * 1024;
    private static final byte[] PAGE = "<html><script>alert('it ran')</script></html>".getBytes(UTF_8);
    private static final byte[] PROGRAM = {'M', 'Z', 0, 1, 2, 3, (byte) 0xff};

    @Autowired List<RequestMappingInfoHandlerMapping> mappings;

    private final Map<String, Place> places = new LinkedHashMap<>();
    private Visitor person;

    /**
     * Where a file is taken.
     *
     * @param bytes more than are taken
     * @param tooLarge what is said of so many
     * @param wrong what is said of a program whose name is that of what is wanted; null where anything is kept that is only ever given out to be saved
     */
    private record Place(String path, String method, Map<String, String> fields, String field, String name, int bytes, int status, String tooLarge, String wrong) { }

    private void places() {
        person = admin();
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "collect-credentials", CHANGED);
        var task = awaitTask(start(tpp, "AIS").id()).id();
        places.put("POST /api/v1/tasks/{id}/attachments", new Place(API + "tasks/" + task + "/attachments", "POST", Map.of(), "file", "scan.pdf", 10 * MEGABYTE, 422, "A file may have 10 MB at most.", null));
        places.put("PUT /api/v1/tpps/{id}/documents/{name}", new Place(API + "tpps/" + tpp + "/documents/licence", "PUT", Map.of("kind", "licence"), "file", "licence.pdf", 10_000_000, 422, "at most 10 MB",
                "neither PDF nor PNG nor JPEG, whatever its name says"));
        places.put("POST /api/v1/banks/{id}/documents", new Place(API + "banks/xx-quay/documents", "POST", Map.of(), "file", "contract.pdf", 10 * MEGABYTE, 422, "A file may have 10 MB at most.",
                "neither a PDF, a picture, a text nor a file of an office program"));
        places.put("POST /tasks/{id}/attachments", new Place("/tasks/" + task + "/attachments", "POST", Map.of(), "file", "scan.pdf", 10 * MEGABYTE, 422, "A file may have 10 MB at most.", null));
        places.put("POST /tasks/{id}/completion", new Place("/tasks/" + task + "/completion", "POST", Map.of("outcome", "done"), "value.client-id", "id.txt", 10 * MEGABYTE, 422, "characters", "client-id"));
        places.put("POST /tpps/{id}/documents", new Place("/tpps/" + tpp + "/documents", "POST", Map.of("name", "logo", "kind", "LOGO"), "file", "logo.png", 1_000_000, 422, "a logo has at most 1 MB",
                "neither PNG nor JPEG nor SVG, whatever its name says"));
        places.put("POST /banks/{id}/documents", new Place("/banks/xx-quay/documents", "POST", Map.of(), "file", "contract.pdf", 10 * MEGABYTE, 422, "A file may have 10 MB at most.", "neither a PDF, a picture, a text"));
        places.put("POST /registrations/import", new Place("/registrations/import", "POST", Map.of(), "file", "registrations.csv", 10 * MEGABYTE, 422, "larger than 10 MB", "UTF-8"));
        places.put("POST /banks/check", new Place("/banks/check", "POST", Map.of("about", "playbook"), "file", "xx-quay.yaml", 8 * MEGABYTE, 200, "the file has more than", "UTF-8"));
        places.put("POST /banks/check/recording", new Place("/banks/check/recording", "POST", Map.of("bank", "xx-new", "tpp", ""), "recording", "sign-up.json", 2 * MEGABYTE, 422, "more than 2097152 bytes", "Line 1"));
        places.put("POST /certificates", new Place("/certificates", "POST", Map.of("tpp", tpp, "environment", "test"), "file", "qwac.p12", MEGABYTE, 422, "1024 are taken at most", "chain"));
    }

    @Test
    void knowsEveryPlaceThatTakesAFile() {
        places();
        var taking = new TreeSet<String>();
        for (var mapping : mappings) {
            mapping.getHandlerMethods().forEach((info, method) -> {
                if (takesAFile(method)) {
                    info.getPatternValues().forEach(pattern -> info.getMethodsCondition().getMethods().forEach(verb -> taking.add(verb + " " + pattern)));
                }
            });
        }

        assertThat(places.keySet()).as("add what is new to places()").containsExactlyInAnyOrderElementsOf(taking);
    }

    @Test
    void takesNoneThatIsTooLargeOrNotWhatItsNameSays() {
        places();
        var wrong = new ArrayList<String>();
        places.forEach((route, place) -> {
            var large = send(place, place.name(), new byte[place.bytes() + 1]);
            if (large.status() != place.status() || !large.text().contains(place.tooLarge())) {
                wrong.add(route + " too large: " + brief(large));
            }
            var program = send(place, "../../" + place.name(), PROGRAM);
            if (place.wrong() == null ? program.status() >= 400 : !List.of(200, 400, 422).contains(program.status()) || !program.text().contains(place.wrong())) {
                wrong.add(route + " a program: " + brief(program));
            }
            var empty = send(place, place.name(), new byte[0]);
            if (!List.of(400, 422).contains(empty.status())) {
                wrong.add(route + " empty: " + brief(empty));
            }
        });

        assertThat(wrong).isEmpty();
    }

    @Test
    void saysWhyWhereAFileIsLargerThanTheServerReads() {
        places();
        var wrong = new ArrayList<String>();
        for (var route : List.of("POST /api/v1/banks/{id}/documents", "POST /banks/{id}/documents")) {
            var huge = send(places.get(route), "huge.pdf", new byte[100 * MEGABYTE]);
            if (huge.status() != 413 || !huge.text().contains("larger than anything")) {
                wrong.add(route + ": " + brief(huge));
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void saysWhyWhereATextIsLargerThanTheServerReads() {
        person = admin();
        var text = "x".repeat(3 * MEGABYTE);
        for (var form : List.of("/campaigns", "/banks/check", "/access/look")) {
            var huge = person.form(form, Map.of("_csrf", person.csrf("/onboardings"), "text", text));
            assertThat(huge.status()).as(form).isEqualTo(413);
            assertThat(huge.text()).contains("larger than anything").doesNotContain("may not do");
        }
        assertThat(person.get("/onboardings").status()).isEqualTo(200);
    }

    @Test
    void givesOutWhatWasKeptOnlyToBeSaved() {
        places();
        for (var route : List.of("POST /api/v1/tasks/{id}/attachments", "POST /api/v1/banks/{id}/documents")) {
            var kept = send(places.get(route), "..\\..\\etc/pass\u202Ewd\".html", PAGE);
            assertThat(kept.status()).as(kept.toString()).isEqualTo(201);
            assertThat(kept.json().get("name").asText()).isEqualTo("passwd.html");
            for (var href : List.of(kept.json().get("href").asText(), kept.json().get("href").asText().replace("/api/v1", ""))) {
                var given = person.get(href);
                assertThat(given.status()).as(href).isEqualTo(200);
                assertThat(given.header("Content-Type")).startsWith("text/plain");
                assertThat(given.header("Content-Disposition")).startsWith("attachment;").contains("passwd.html");
                assertThat(given.header("X-Content-Type-Options")).isEqualTo("nosniff");
                assertThat(given.header("Content-Security-Policy")).contains("sandbox");
                assertThat(given.header("Cache-Control")).contains("no-store");
            }
        }
    }

    @Test
    void readsNoMoreOfABodyThanTheSameFormWould() {
        var large = new byte[11 * MEGABYTE];
        Arrays.fill(large, (byte) 'x');
        assertThat(operator.send(API + "playbooks/check", "application/yaml", large).text()).contains("the file has more than");
        problem(operator.send(API + "playbooks/rehearsals", "application/yaml", large), 422, "playbook-has-problems");
        problem(operator.send(API + "playbooks/import", "application/json", large), 422, "unreadable-recording");
        problem(operator.send(API + "registrations/import", "text/csv", large), 413, "body-too-large");
    }

    private Visitor.Answer send(Place place, String name, byte[] body) {
        if (place.path().startsWith(API)) {
            return operator.upload(place.method(), place.path(), place.fields(), place.field(), name, body);
        }
        var fields = new TreeMap<>(place.fields());
        fields.put("_csrf", person.csrf("/onboardings"));
        return person.upload(place.method(), place.path(), fields, place.field(), name, body);
    }

    private static boolean takesAFile(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters()).map(ResolvableType::forMethodParameter).anyMatch(BoundsUploadsIT::holdsAFile);
    }

    private static boolean holdsAFile(ResolvableType type) {
        return type.resolve() == MultipartFile.class || Arrays.stream(type.getGenerics()).anyMatch(BoundsUploadsIT::holdsAFile)
                || type.resolve() != null && type.resolve().isRecord() && Arrays.stream(type.resolve().getRecordComponents()).anyMatch(part -> part.getType() == MultipartFile.class);
    }

    private static String brief(Visitor.Answer answer) {
        var text = answer.text().replaceAll("\\s+", " ");
        return answer.status() + " " + answer.header("Location") + " " + text.substring(0, Math.min(300, text.length()));
    }
}
