package io.portolan.playbook;

/** Work at a bank's API: one request, or a token and a call that proves access. */
@Doc(value = "An HTTP call with our certificates.", example = "by: api")
public record ApiWork(
        @Doc(value = "The request to make.",
                example = "request: {method: POST, url: '{{ask.register-url}}', tls: QWAC}") Request request,
        @Doc(value = "The access token to get first.",
                example = "token: {grant: client_credentials, auth: tls_client_auth, url: 'https://api.bank.example/token'}")
                TokenCall token,
        @Doc(value = "The call that proves access.",
                example = "probe: {method: GET, url: 'https://api.bank.example/accounts', proves: data}")
                Probe probe) implements Work {

    @Override
    public MeansName means() {
        return MeansName.API;
    }
}
