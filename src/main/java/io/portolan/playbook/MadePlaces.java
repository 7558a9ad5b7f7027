package io.portolan.playbook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The places of what the legs of a route make: keys, ids, and values that are signed. */
final class MadePlaces {

    private static final Set<String> CARRIERS = Set.of("headers", "form", "body");

    private final Findings findings;
    private final Map<String, Generator> made = new LinkedHashMap<>();

    MadePlaces(Findings findings) {
        this.findings = findings;
    }

    /** Adds what the next leg makes. */
    void add(Map<String, Generator> generate, String path) {
        generate.forEach((name, what) -> {
            if (made.putIfAbsent(name, what) != null) {
                findings.add(path + ".generate." + name, "an earlier leg makes \"" + name + "\" already; choose another name");
            }
        });
    }

    /** What templates may say of it; the private half of a key pair has no place. */
    List<String> places() {
        return made.entrySet().stream().flatMap(each -> each.getValue().isKeyPair()
                ? Places.FORMS_OF_KEYS.stream().map(form -> Places.GENERATED + each.getKey() + "." + form)
                : Stream.of(Places.GENERATED + each.getKey())).toList();
    }

    /** Checks that a key pair by which a leg signs has been made. */
    void checkSigners(ApiWork work, String path) {
        if (work.token() != null) {
            checkSigner(work.token().jws(), path + ".token.jws.generated-key");
        }
        if (work.request() != null) {
            checkSigner(work.request().jws(), path + ".request.jws.generated-key");
            work.request().signed().forEach((name, value) -> checkSigner(value.by(), path + ".request.signed." + name + ".by.generated-key"));
        }
    }

    private void checkSigner(Jws jws, String path) {
        var signers = made.entrySet().stream().filter(each -> each.getValue().isKeyPair()).map(Map.Entry::getKey).toList();
        if (jws != null && jws.generatedKey() != null && !signers.contains(jws.generatedKey())) {
            findings.unknown(path, "generated key pair", jws.generatedKey(), signers);
        }
    }

    /** Checks a place for a value that is signed by itself. */
    void checkSigned(String place, String path, Record owner, String key) {
        var name = place.substring(Places.SIGNED.length());
        if (!(owner instanceof Request request) || !CARRIERS.contains(key)) {
            findings.add(path, "a signed value may stand only in headers, form or body of the request that signs it");
        } else if (!request.signed().containsKey(name)) {
            findings.unknown(path, "signed value", name, request.signed().keySet());
        }
    }
}
