package io.portolan.bankapi;

/** A playbook for tests whose legs get access tokens in every way, from an authorization server on this machine that tells where it is. */
final class TokenPlaybook {

    private TokenPlaybook() {
    }

    static String at(int port) {
        return """
                bank: xx-api
                name: Bank with an authorization server
                sources: [a test]
                checked-on: 2026-11-01
                confidence: partial
                environments:
                  sandbox:
                    kind: test
                    base-url: https://localhost:PORT
                    hosts: ['localhost:PORT']
                    authorization-server: {issuer: 'https://localhost:PORT/auth'}
                    routes:
                      - name: default
                        legs:
                          - id: get-client
                            stage: sign-up
                            by: operator
                            title: Get the client
                            instruct: Sign up at the portal and copy what it shows.
                            captures: {client-id: {}, client-secret: {secret: true}, api-key: {secret: true}}
                          - id: by-assertion
                            stage: verify-access
                            by: api
                            title: Prove the access by an assertion
                            token:
                              grant: client_credentials
                              auth: private_key_jwt
                              url: '{{discovered.token-endpoint}}'
                              tls: QWAC
                              assertion: {key: QSealC, alg: PS256, kid: '{{captured.client-id}}', x5c: leaf}
                              scope: aisp pisp
                          - id: for-the-issuer
                            stage: verify-access
                            by: api
                            title: Prove the access by an assertion for the issuer
                            token:
                              grant: client_credentials
                              auth: private_key_jwt
                              url: '{{environment.base-url}}/token'
                              assertion: {key: QSealC, alg: RS256, valid-for: 5 minutes}
                              audience: '{{discovered.issuer}}'
                          - id: by-basic
                            stage: verify-access
                            by: api
                            title: Prove the access by a header
                            token: {grant: client_credentials, auth: client_secret_basic, url: '{{discovered.token-endpoint}}'}
                          - id: by-post
                            stage: verify-access
                            by: api
                            title: Prove the access by a form
                            token: {grant: client_credentials, auth: client_secret_post, url: '{{environment.base-url}}/token'}
                          - id: consent
                            stage: verify-access
                            by: api
                            title: Consent with an own account
                            authorise:
                              url: '{{environment.base-url}}/authorize?ui=plain'
                              redirect-uri: '{{application.redirect-uri}}'
                              scope: AIS:c-1
                              parameters: {acr_values: sca}
                            captures: {sent-back: {secret: true, label: The address you were sent back to}}
                          - id: by-code
                            stage: verify-access
                            by: api
                            title: Prove the access with what an account holder has allowed
                            token:
                              grant: authorization_code
                              auth: tls_client_auth
                              url: '{{environment.base-url}}/token'
                              tls: QWAC
                              sent-back: '{{captured.sent-back}}'
                              redirect-uri: '{{application.redirect-uri}}'
                          - id: bound
                            stage: verify-access
                            by: api
                            title: Prove the access with a token that is bound
                            token:
                              grant: client_credentials
                              auth: tls_client_auth
                              url: '{{environment.base-url}}/token'
                              tls: QWAC
                              bound: true
                            probe:
                              method: GET
                              url: '{{environment.base-url}}/accounts'
                              tls: QWAC
                              headers: {Authorization: 'Bearer {{token}}'}
                              proves: data
                              negative-control: no-certificate
                          - id: bound-and-opaque
                            stage: verify-access
                            by: api
                            title: Prove the access with a token that only the bank can read
                            token: {grant: client_credentials, auth: client_secret_post, url: '{{discovered.token-endpoint}}', tls: QWAC, bound: true}
                          - id: by-key
                            stage: verify-access
                            by: api
                            title: Prove the access of each service by the key alone
                            patience: 30 minutes
                            probe:
                              - method: GET
                                url: '{{environment.base-url}}/accounts'
                                headers: {X-API-Key: '{{captured.api-key}}'}
                                proves: data
                                only-for: [AIS]
                              - method: GET
                                url: '{{environment.base-url}}/payments'
                                headers: {X-API-Key: '{{captured.api-key}}'}
                                proves: client-known
                                only-for: [PIS]
                """.replace("PORT", String.valueOf(port));
    }
}
