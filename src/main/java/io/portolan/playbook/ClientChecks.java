package io.portolan.playbook;

/** Checks a leg that registers us as a client, or reads, updates or deletes that registration. */
final class ClientChecks {

    private static final String TOKEN = "registration-access-token";

    private final Findings findings;

    ClientChecks(Findings findings) {
        this.findings = findings;
    }

    void check(ApiWork work, Leg leg, String path) {
        var client = work.client();
        if (client == null) {
            return;
        }
        if (work.request() == null) {
            findings.add(path + ".client", "this is about a request, and the leg has none");
            return;
        }
        if (work.request().method() != null && !work.request().method().equals(client.method())) {
            findings.add(path + ".request.method", "a registration is " + said(client) + " by " + client.method(), client.method());
        }
        boolean isWritten = client == ClientAct.REGISTER || client == ClientAct.UPDATE;
        if (isWritten && !(work.request().body() instanceof JsonBody.Members)) {
            findings.add(path + ".request", "what we are to be registered with stands in body, as an object");
        }
        if (client == ClientAct.UPDATE && work.request().jws() == null && work.request().body() instanceof JsonBody.Members body
                && !body.members().containsKey("client_id")) {
            findings.add(path + ".request.body", "an update says client_id (RFC 7592, section 2.2)");
        }
        checkCaptures(work, leg, path);
    }

    private void checkCaptures(ApiWork work, Leg leg, String path) {
        boolean hasId = leg.captures().entrySet().stream().anyMatch(each -> each.getValue().credential(each.getKey()) == CredentialKind.CLIENT_ID);
        if (work.client() == ClientAct.REGISTER && !hasId) {
            findings.add(path, "a registration brings back a client id, such as captures: {client-id: {from: /client_id}}");
        }
        boolean mayRotate = work.client() == ClientAct.READ || work.client() == ClientAct.UPDATE;
        if (mayRotate && leg.uses(TOKEN) && !leg.captures().containsKey(TOKEN)) {
            findings.add(path, "the answer may hold a new access token in place of the one used (RFC 7592, section 5), so say captures: {" + TOKEN
                    + ": {from: /registration_access_token, secret: true, optional: true}}");
        }
        if (work.client() == ClientAct.DELETE && !leg.captures().isEmpty()) {
            findings.add(path + ".captures", "a deletion brings nothing back");
        }
    }

    private static String said(ClientAct client) {
        return switch (client) {
            case REGISTER -> "made";
            case READ -> "read";
            case UPDATE -> "updated";
            case DELETE -> "deleted";
        };
    }
}
