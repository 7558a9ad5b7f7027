package io.portolan.playbook;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A leg by api as a person does it in the place of Portolan: its calls as sentences, and what they hold as our data to copy and secrets to see. */
public final class CallByHand {

    /** What the datum is called that stands for the whole body of the request. */
    public static final String BODY = "Body";

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

    /** The leg as a person does it who has the keys of these certificates, or without any a call for once; one that is not by api stays as it is. */
    public static Leg leg(Leg leg, Set<CertificateKind> elsewhere) {
        if (!(leg.work() instanceof ApiWork work) || work.token() == null && work.request() == null && work.probe().isEmpty()) {
            return leg;
        }
        var byHand = new CallByHand();
        if (!elsewhere.isEmpty()) {
            byHand.say("The key of our " + elsewhere.stream().map(Shape::word).collect(Collectors.joining(" and ")) + " is not kept here. Do this where it is.");
        }
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
            new TokenByHand(token, this::value).sentences().forEach(this::say);
        }
    }

    private void request(Request request) {
        if (request == null) {
            return;
        }
        call(request.method(), request.url(), request.tls(), request.headers(), request.httpSignature());
        if (request.signed() != null) {
            request.signed().forEach(this::signed);
        }
        if (request.body() != null) {
            say("Its body is the value of \"" + BODY + "\"" + (request.jws() == null ? ", as application/json." : ", signed by " + by(request.jws()) + "."));
            data.put(BODY, new Template(json(request.body())));
        } else if (request.form() != null && !request.form().isEmpty()) {
            say("Its form fields: " + written("Form field ", request.form()) + ".");
            say("Its body is the value of \"" + BODY + "\", as application/x-www-form-urlencoded.");
            data.put(BODY, new Template(request.form().entrySet().stream().map(field -> field.getKey() + "=" + field.getValue().written()).collect(Collectors.joining("&"))));
        }
    }

    private void signed(String name, SignedValue value) {
        say("The " + name.replace('-', ' ') + " in it is " + (value.text() == null ? "a signed object: " + json(value.body())
                : "the signature of " + value("Text to sign for " + name.replace('-', ' '), value.text())) + ", by " + by(value.by()) + ".");
    }

    /** How something is signed, and by which key. */
    static String by(Jws jws) {
        return jws.alg() + (jws.key() == null ? jws.generatedKey() == null ? "" : " with the key " + jws.generatedKey() + " that was made for it" : " with our " + Shape.word(jws.key()));
    }

    private void call(String method, Template url, CertificateKind tls, Map<String, Template> headers, HttpSignature signature) {
        say("Call " + method + " " + (url.isPlain() ? url.written() : "at " + value("Address for " + method, url))
                + (tls == null ? "" : " with our " + Shape.word(tls) + " for mutual TLS") + ".");
        if (headers != null && !headers.isEmpty()) {
            say("Its header fields: " + written("Header field ", headers) + ".");
        }
        if (signature != null) {
            say("It is signed in its header fields (draft-cavage-http-signatures-10) with our " + Shape.word(signature.key()) + ": "
                    + String.join(", ", signature.headers()) + "; the id of the key is " + value("Id of the key", signature.keyId()) + ", the algorithm "
                    + signature.usedAlgorithm().word() + ", the digest " + signature.usedDigest().word() + "."
                    + (signature.dateIn() == null ? "" : " " + signature.dateIn() + " holds the date.")
                    + (signature.hostIn() == null ? "" : " " + signature.hostIn() + " holds the host."));
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

    /** What holds nothing of ours stands in the sentence as it is, all else by the name that it has among our data or the secrets. */
    private String value(String name, Template template) {
        if (template.isPlain()) {
            return template.written();
        }
        if (template.places().contains(Places.TOKEN)) {
            return template.filled(place -> place.equals(Places.TOKEN) ? "(access token)" : "(" + DataInWords.of(place) + ")");
        }
        var free = name;
        for (int number = 2; data.containsKey(free) && !data.get(free).equals(template); number++) {
            free = name + " (" + number + ")";
        }
        data.put(free, template);
        return "the value of \"" + free + "\"";
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

    private String written(String kind, Map<String, Template> fields) {
        return fields.entrySet().stream().map(field -> field.getKey() + ": " + value(kind + field.getKey(), field.getValue())).collect(Collectors.joining(", "));
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
