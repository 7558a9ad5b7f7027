package io.portolan.playbook;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Checks a leg by api: its calls, what it makes, and where its captures come from. */
final class ApiChecks {

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private final Findings findings;

    ApiChecks(Findings findings) {
        this.findings = findings;
    }

    void check(ApiWork work, Leg leg, String path) {
        if (work.request() == null && work.token() == null && work.probe().isEmpty() && work.authorise() == null) {
            findings.add(path, "a leg by api needs request, token, probe or authorise");
        }
        if (work.request() != null) {
            checkRequest(work, path);
        } else {
            checkNothingOfARequest(work, path);
        }
        for (int i = 0; i < work.probe().size(); i++) {
            var at = path + ".probe[" + i + "]";
            checkMethod(work.probe().get(i).method(), (findings.knows(at) ? at : path + ".probe") + ".method");
        }
        if (work.token() != null) {
            checkToken(work, path + ".token");
        }
        new ClientChecks(findings).check(work, leg, path);
        if (work.patience() != null && !work.isProof()) {
            findings.add(path + ".patience", "only a leg that proves access is patient; this one waits by wait-when");
        }
        if (work.look() != null && findings.knows(path + ".look")) {
            checkLook(work.look(), leg, path + ".look");
        }
        checkHttpSignatures(work, path);
        for (int i = 0; i < work.renewOn().size(); i++) {
            if (work.renewOn().get(i) < 400 || work.renewOn().get(i) > 499) {
                findings.add(path + ".renew-on", work.renewOn().get(i) + " says nothing of what we sent; a status of 4xx may");
            }
        }
        if (work.authorise() == null) {
            leg.captures().forEach((name, capture) -> checkCapture(capture, path + ".captures." + name));
        } else {
            checkAuthorise(work, leg, path);
        }
    }

    private void checkAuthorise(ApiWork work, Leg leg, String path) {
        if (work.request() != null || work.token() != null || !work.probe().isEmpty()) {
            findings.add(path + ".authorise", "a person answers this; let a later leg take the token and prove access");
        }
        if (leg.captures().size() != 1 || leg.captures().values().stream().anyMatch(capture -> !capture.secret() || capture.from() != null)) {
            findings.add(path + ".captures", "what the bank sends back holds a code, so say captures: {sent-back: {secret: true}}, and nothing else");
        }
    }

    private void checkHttpSignatures(ApiWork work, String path) {
        if (work.token() != null) {
            checkHttpSignature(work.token().httpSignature(), work.token().headers(), true, path + ".token.http-signature");
        }
        if (work.request() != null) {
            var hasBody = work.request().body() != null || !work.request().form().isEmpty();
            checkHttpSignature(work.request().httpSignature(), work.request().headers(), hasBody, path + ".request.http-signature");
        }
        if (work.look() != null) {
            checkHttpSignature(work.look().httpSignature(), work.look().headers(), false, path + ".look.http-signature");
            if (work.look().token() != null) {
                checkHttpSignature(work.look().token().httpSignature(), work.look().token().headers(), true, path + ".look.token.http-signature");
            }
        }
        for (int i = 0; i < work.probe().size(); i++) {
            var at = path + ".probe[" + i + "]";
            checkHttpSignature(work.probe().get(i).httpSignature(), work.probe().get(i).headers(), false,
                    (findings.knows(at) ? at : path + ".probe") + ".http-signature");
        }
    }

    /** What is signed has to be in the call, or the bank cannot check it. */
    private void checkHttpSignature(HttpSignature signature, Map<String, Template> headers, boolean hasBody, String path) {
        if (signature == null) {
            return;
        }
        if (signature.headers().isEmpty()) {
            findings.add(path + ".headers", "say what is signed, such as headers: [digest, date, x-request-id]");
        }
        checkFieldName(signature.dateIn(), path + ".date-in");
        checkFieldName(signature.hostIn(), path + ".host-in");
        var known = new TreeSet<>(signature.made(hasBody));
        (headers == null ? Map.<String, Template>of() : headers).keySet().forEach(name -> known.add(name.toLowerCase(Locale.ROOT)));
        for (int i = 0; i < signature.headers().size(); i++) {
            if (!known.contains(signature.headers().get(i))) {
                findings.unknown(path + ".headers[" + i + "]", "header field of this call, in lower case,", signature.headers().get(i), known);
            }
        }
    }

    private void checkFieldName(String name, String path) {
        if (name != null && !name.matches("[A-Za-z0-9-]+")) {
            findings.add(path, "\"" + name + "\" is not the name of a header field");
        }
    }

    private void checkRequest(ApiWork work, String path) {
        var request = work.request();
        checkMethod(request.method(), path + ".request.method");
        if (!request.form().isEmpty() && request.body() != null) {
            findings.add(path + ".request", "a request has form or body, not both");
        }
        if (!work.probe().isEmpty()) {
            findings.add(path + ".probe", "a leg has request or probe; let another leg prove access");
        }
        if (request.jws() != null) {
            if (request.body() == null) {
                findings.add(path + ".request.jws", "what is signed is the body, and this request has none");
            }
            checkSignature(request.jws(), request.body(), path + ".request.jws");
        }
        request.signed().forEach((name, value) -> checkSigned(value, path + ".request.signed." + name));
    }

    private void checkToken(ApiWork work, String path) {
        var token = work.token();
        boolean isAsserted = token.auth() == TokenCall.ClientAuth.PRIVATE_KEY_JWT;
        if (isAsserted && token.assertion() == null) {
            findings.add(path, "private_key_jwt needs assertion, such as assertion: {key: QSealC, alg: PS256}");
        }
        if (!isAsserted && token.auth() != null && (token.assertion() != null || token.audience() != null)) {
            findings.add(path, "assertion and audience belong to auth: private_key_jwt");
        }
        if (token.assertion() != null) {
            checkSignature(token.assertion(), null, path + ".assertion");
            if (token.assertion().serialization() != null) {
                findings.add(path + ".assertion.serialization", "an assertion is always compact");
            }
        }
        if (work.takesAccountHolder() && work.probe().stream().anyMatch(probe -> probe.negativeControl().contains(Probe.NegativeControl.FOREIGN_CLIENT_ID))) {
            findings.add(path, "foreign-client-id would use the code twice, and it counts once; control by no-token or no-certificate");
        }
        boolean isByCode = token.grant() == TokenCall.Grant.AUTHORIZATION_CODE;
        if (isByCode && (token.sentBack() == null || token.redirectUri() == null)) {
            findings.add(path, "authorization_code needs sent-back and redirect-uri");
        }
        if (!isByCode && token.grant() != null && (token.sentBack() != null || token.redirectUri() != null)) {
            findings.add(path, "sent-back and redirect-uri belong to grant: authorization_code");
        }
        if (token.bound() && token.tls() == null) {
            findings.add(path + ".bound", "a token can be bound to our certificate only over mutual TLS: say tls:", "tls");
        }
    }

    private void checkSigned(SignedValue value, String path) {
        if ((value.text() == null) == (value.body() == null)) {
            findings.add(path, "say what is signed: text or body, one of them");
        }
        if (value.by() == null) {
            return;
        }
        checkSignature(value.by(), value.body(), path + ".by");
        if (value.text() != null && (value.by().x5c() != null || value.by().kid() != null || value.by().typ() != null
                || value.by().serialization() != null || value.by().validFor() != null)) {
            findings.add(path + ".by", "the signature of a text is bare; it has no header");
        }
    }

    private void checkSignature(Jws jws, JsonBody body, String path) {
        if ((jws.key() == null) == (jws.generatedKey() == null)) {
            findings.add(path, "say by which key: key: QSealC or generated-key: <name>, one of them");
        }
        if (jws.generatedKey() != null && jws.x5c() != null) {
            findings.add(path + ".x5c", "a generated key has no certificate");
        }
        if (jws.validFor() != null && body != null && !(body instanceof JsonBody.Members)) {
            findings.add(path + ".valid-for", "claims stand in a body that is an object");
        }
    }

    private void checkNothingOfARequest(ApiWork work, String path) {
        if (work.look() != null) {
            findings.add(path + ".look", "only a request is looked for");
        }
        if (!work.renewOn().isEmpty()) {
            findings.add(path + ".renew-on", "only a request is made once more");
        }
    }

    private void checkLook(ApiLook look, Leg leg, String path) {
        if ((look.url() == null) == (look.token() == null)) {
            findings.add(path, "say where it is looked: url or token, one of them");
        } else if (look.url() != null && look.foundWhen().isEmpty()) {
            findings.add(path, "found-when is missing, such as found-when: {status: 200, json: {/client_id: '*'}}");
        }
        checkSigns(look.foundWhen(), path + ".found-when");
        checkSigns(look.absentWhen(), path + ".absent-when");
        look.captures().forEach((name, from) -> {
            if (!leg.captures().containsKey(name)) {
                findings.unknown(path + ".captures." + name, "capture of this leg", name, leg.captures().keySet());
            }
            new CaptureChecks(findings).checkFrom(from.written(), path + ".captures." + name, "/", "header:", "regex:");
        });
    }

    private void checkSigns(List<Sign> signs, String path) {
        for (int i = 0; i < signs.size(); i++) {
            new SignChecks(findings).check(signs.get(i), findings.knows(path + "[" + i + "]") ? path + "[" + i + "]" : path,
                    MeansName.API);
        }
    }

    private void checkCapture(Capture capture, String path) {
        if (capture.from() == null) {
            findings.add(path, "say where the answer has it, such as from: /client_id");
        } else {
            new CaptureChecks(findings).checkFrom(capture.from().written(), path + ".from", "/", "header:", "regex:");
        }
    }

    private void checkMethod(String method, String path) {
        if (method != null && !METHODS.contains(method)) {
            findings.unknown(path, "method", method, METHODS.stream().sorted().toList());
        }
    }

    /** Checks the names of what a leg makes. */
    static void checkGenerated(Findings findings, Map<String, Generator> generate, String path) {
        generate.keySet().forEach(name -> {
            if (!name.matches("[a-z][a-z0-9-]*") || name.equals("uuid")) {
                findings.add(path + ".generate." + name, "\"" + name + "\" is not a name: [a-z][a-z0-9-]*, and not uuid");
            }
        });
    }
}
