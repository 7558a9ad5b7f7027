package io.portolan.playbook;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Work at a bank's API: a request, or a call that proves access, either with an access token of its own. */
@Doc(value = "An HTTP call with our certificates.", example = "by: api")
public record ApiWork(
        @Doc(value = "The request to make.",
                example = "request: {method: POST, url: '{{ask.register-url}}', tls: QWAC}") Request request,
        @Doc(value = "That the request is one for our registration as a client (RFC 7591, RFC 7592): what the bank changes of it is shown, its"
                + " errors are sorted, and new secrets and tokens take the place of the old.", example = "client: register") ClientAct client,
        @Doc(value = "An authorization request, which a person with an account at the bank answers in a browser; what the bank then sends back"
                + " is the capture of the leg, and token: {grant: authorization_code} of a later leg takes it.",
                example = "authorise: {url: 'https://auth.bank.example/authorize', redirect-uri: '{{application.redirect-uri}}'}")
                Authorise authorise,
        @Doc(value = "The access token to get first; {{token}} stands for it in the headers of the leg's calls.",
                example = "token: {grant: client_credentials, auth: tls_client_auth, url: 'https://api.bank.example/token'}")
                TokenCall token,
        @Doc(value = "The calls that prove access; one for each service where they differ.",
                example = "probe: {method: GET, url: 'https://api.bank.example/accounts', proves: data}", single = true)
                List<Probe> probe,
        @Doc(value = "How long a bank may need until all of it knows a new registration: until then a leg that proves access and is"
                + " told that nobody knows us waits and asks again.", example = "patience: 30 minutes") Span patience,
        @Doc(value = "The call that finds whether the request has been acted on, before a leg that was cut off acts again.",
                example = "look: {url: 'https://api.bank.example/registrations', found-when: {json: {/0/state: ACTIVE}}}")
                ApiLook look,
        @Doc(value = "What is made for this leg and later ones, by name; {{generated.<name>}} stands for it and stays the same"
                + " when the leg is done again.", example = "generate: {installation-key: rsa-2048, reference: uuid}")
                Map<String, Generator> generate,
        @Doc(value = "Status codes by which the bank says that what we sent has run out and that it has not acted: values that"
                + " expire are got again and the request is made once more. Where it is silent, 401 for a leg that is safe to"
                + " repeat.", example = "renew-on: [401]", single = true) List<Integer> renewOn) implements Work {

    private static final List<Integer> UNAUTHORISED = List.of(401);
    private static final List<Integer> GONE = List.of(401, 403, 404, 410);

    /** A change of our registration is looked for by reading it, unless the playbook knows better. */
    public ApiWork {
        if (look == null && request != null && (client == ClientAct.UPDATE || client == ClientAct.DELETE)) {
            look = new ApiLook(request.url(), null, request.tls(), request.headers(), signatureOfALook(request), client == ClientAct.DELETE ? List.of(Sign.of(GONE)) : List.of(),
                    List.of(), Map.of());
        }
    }

    private static HttpSignature signatureOfALook(Request request) {
        return request.httpSignature() == null || request.httpSignature().headers() == null ? request.httpSignature()
                : request.httpSignature().withoutBody(request.headers() == null ? Set.of() : request.headers().keySet());
    }

    @Override
    public MeansName means() {
        return MeansName.API;
    }

    /** Whether this status says of a leg so repeatable that what we sent has run out and that nothing was done. */
    public boolean isToRenewOn(int status, Repeat repeat) {
        return (renewOn.isEmpty() && repeat == Repeat.SAFE ? UNAUTHORISED : renewOn).contains(status);
    }

    /** The most that a success proves for this service; empty where the leg is there for something else. */
    public Optional<ProofLevel> proves(Service service) {
        return probe.isEmpty() ? isOnlyToken() ? Optional.of(ProofLevel.TOKEN) : Optional.empty()
                : probe.stream().filter(each -> each.isFor(service)).map(Probe::proves).filter(Objects::nonNull).max(Comparator.naturalOrder());
    }

    /** Whether the leg is there to prove access. */
    public boolean isProof() {
        return !probe.isEmpty() || isOnlyToken();
    }

    /** Whether it takes an account holder, and so cannot be done over and over. */
    public boolean takesAccountHolder() {
        return authorise != null || token != null && token.grant() == TokenCall.Grant.AUTHORIZATION_CODE;
    }

    private boolean isOnlyToken() {
        return request == null && token != null;
    }

    /** Whether a call of the leg needs what the bank's authorization server says of itself. */
    public boolean isDiscovering() {
        var found = new boolean[1];
        Walk.through(this, "", (path, owner, key, value) -> found[0] |= value instanceof Template template
                && template.places().stream().anyMatch(place -> place.startsWith(Places.DISCOVERED)));
        return found[0];
    }
}
