package io.portolan.playbook;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A leg by api as a person does it who has the key that Portolan has not: its calls as sentences, and what they hold as our data to copy. */
public final class CallByHand {

    private final Map<String, Template> data = new LinkedHashMap<>();
    private final List<String> sentences = new ArrayList<>();

    private CallByHand() { }

    /** The kinds of certificates whose keys a leg by api needs; none for another leg. */
    public static Set<CertificateKind> keysOf(Leg leg) {
        var kinds = EnumSet.noneOf(CertificateKind.class);
        if (leg.work() instanceof ApiWork work) {
            Walk.through(work, "", (path, owner, key, value) -> {
                if (value instanceof CertificateKind kind) {
                    kinds.add(kind);
                }
            });
        }
        return kinds;
    }

    /** The leg as a person does it who has the keys of these certificates; one that is not by api stays as it is. */
    public static Leg leg(Leg leg, Set<CertificateKind> elsewhere) {
        if (!(leg.work() instanceof ApiWork work)) {
            return leg;
        }
        var byHand = new CallByHand();
        byHand.say("The key of our " + elsewhere.stream().map(Shape::word).collect(Collectors.joining(" and ")) + " is not kept here. Do this where it is.");
        byHand.token(work.token());
        byHand.request(work.request());
        work.probe().forEach(probe -> byHand.call(probe.method(), probe.url(), probe.tls(), probe.headers(), probe.httpSignature()));
        byHand.bringBack(leg, work);
        var waits = leg.waiting() != null || !leg.signs().waitWhen().isEmpty();
        return new Leg(leg.id(), leg.stage(), leg.title(), byHand.instruct(leg), Repeat.SAFE, leg.onlyFor(), new Signs(List.of(), List.of(), List.of(), List.of()),
                leg.captures(), leg.waiting(), leg.onRejected(), work.isProof() && leg.evidence() == null ? Proof.called("What the bank answered") : leg.evidence(),
                leg.handover(), new OperatorWork(List.of(), byHand.data, Map.of(), Map.of(), waits));
    }

    private void token(TokenCall token) {
        if (token != null) {
            call("POST", token.url(), token.tls(), token.headers(), token.httpSignature());
            say("It asks for an access token: grant_type is client_credentials, the client authenticates by " + Shape.word(token.auth()) + "."
                    + (token.scope() == null ? "" : " The scope is " + token.scope().written() + "."));
            datum("Client id", token.clientId());
            datum("Scope", token.scope());
        }
    }

    private void request(Request request) {
        if (request == null) {
            return;
        }
        call(request.method(), request.url(), request.tls(), request.headers(), request.httpSignature());
        if (request.form() != null && !request.form().isEmpty()) {
            say("Its form fields: " + written(request.form()) + ".");
            request.form().forEach((name, value) -> datum("Form field " + name, value));
        }
        if (request.body() != null) {
            say("Its body: " + json(request.body()));
            datum("Body", new Template(json(request.body())));
        }
        if (request.jws() != null) {
            say("The body is signed, " + request.jws().alg() + (request.jws().key() == null ? "" : ", with our " + Shape.word(request.jws().key())) + ".");
        }
    }

    private void call(String method, Template url, CertificateKind tls, Map<String, Template> headers, HttpSignature signature) {
        say("Call " + method + " " + url.written() + (tls == null ? "" : " with our " + Shape.word(tls) + " for mutual TLS") + ".");
        datum("Address for " + method, url);
        if (headers != null && !headers.isEmpty()) {
            say("Its header fields: " + written(headers) + ".");
            headers.forEach((name, value) -> datum("Header field " + name, value));
        }
        if (signature != null) {
            say("It is signed in its header fields (draft-cavage-http-signatures-10) with our " + Shape.word(signature.key()) + ": "
                    + String.join(", ", signature.headers()) + "; the id of the key is " + signature.keyId().written() + ", the algorithm "
                    + signature.usedAlgorithm().word() + ", the digest " + signature.usedDigest().word() + "."
                    + (signature.dateIn() == null ? "" : " " + signature.dateIn() + " holds the date.")
                    + (signature.hostIn() == null ? "" : " " + signature.hostIn() + " holds the host."));
            datum("Id of the key", signature.keyId());
        }
    }

    private void bringBack(Leg leg, ApiWork work) {
        if (work.isProof()) {
            say("It proves our access where the bank answers with success; note what it has answered.");
        }
        if (!leg.captures().isEmpty()) {
            say("Bring back: " + leg.captures().entrySet().stream().map(capture -> capture.getValue().label() != null ? capture.getValue().label()
                    : new Template("{{captured." + capture.getKey() + "}}").inWords()).collect(Collectors.joining(", ")) + ".");
        }
    }

    /** What holds nothing of ours stands in the sentence as it is. */
    private void datum(String name, Template template) {
        if (template != null && !template.isPlain() && !template.places().contains(Places.TOKEN)) {
            var free = name;
            for (int number = 2; data.containsKey(free) && !data.get(free).equals(template); number++) {
                free = name + " (" + number + ")";
            }
            data.put(free, template);
        }
    }

    private void say(String sentence) {
        sentences.add(sentence);
    }

    private String instruct(Leg leg) {
        var numbered = new StringBuilder(leg.instruct() == null ? "" : leg.instruct().strip() + "\n\n");
        for (int i = 0; i < sentences.size(); i++) {
            numbered.append(i + 1).append(". ").append(sentences.get(i)).append('\n');
        }
        return numbered.toString().strip();
    }

    private static String written(Map<String, Template> fields) {
        return fields.entrySet().stream().map(field -> field.getKey() + ": " + field.getValue().written()).collect(Collectors.joining(", "));
    }

    private static String json(JsonBody body) {
        if (body instanceof JsonBody.Members object) {
            return object.members().entrySet().stream().map(member -> quoted(member.getKey()) + ": " + json(member.getValue())).collect(Collectors.joining(", ", "{", "}"));
        }
        if (body instanceof JsonBody.Items array) {
            return array.items().stream().map(CallByHand::json).collect(Collectors.joining(", ", "[", "]"));
        }
        if (body instanceof JsonBody.ForSome) {
            throw new IllegalArgumentException("the call is not yet that for certain services");
        }
        return body instanceof JsonBody.Literal literal ? literal.json() : quoted(((JsonBody.Text) body).text().written());
    }

    private static String quoted(String text) {
        return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
    }
}
