package io.portolan.bankapi;

/** A playbook for tests whose legs call an API on this machine. */
final class ApiPlaybook {

    private ApiPlaybook() {
    }

    static String at(int port) {
        return """
                bank: xx-api
                name: Bank with an API
                sources: [a test]
                checked-on: 2026-11-01
                confidence: partial
                ask: {register-url: told by support}
                environments:
                  sandbox:
                    kind: test
                    base-url: https://localhost:PORT
                    hosts: ['localhost:PORT']
                    routes:
                      - name: default
                        legs:
                          - id: get-key
                            stage: sign-up
                            by: operator
                            title: Get the key
                            instruct: Sign up at the portal and copy the key.
                            captures: {api-key: {secret: true}}
                          - id: register
                            stage: register-client
                            by: api
                            title: Register
                            repeat: never
                            request:
                              method: POST
                              url: '{{environment.base-url}}/register'
                              tls: QWAC
                              headers: {apikey: '{{captured.api-key}}'}
                              body:
                                client_name: '{{application.name}}'
                                grant_types: [client_credentials]
                                jwks: '{{certificate.qwac.x5c}}'
                                secret: '{{captured.api-key}}'
                                version: 2
                            done-when: [{status: [201]}]
                            captures:
                              client-id: {from: /client_id}
                              client-secret: {from: /client_secret, secret: true, expires: /client_secret_expires_at}
                          - id: ask-host
                            stage: register-client
                            by: api
                            title: Register where support says
                            repeat: never
                            request: {method: POST, url: '{{ask.register-url}}', tls: QWAC}
                          - id: apply
                            stage: approval
                            by: api
                            title: Apply
                            repeat: never
                            request: {method: POST, url: '{{environment.base-url}}/apply', tls: QWAC}
                            done-when: [{status: [200]}]
                            wait-when: [{status: [202]}]
                          - id: enlist
                            stage: register-client
                            by: api
                            title: Enlist
                            repeat: never
                            request: {method: POST, url: '{{environment.base-url}}/enlist', tls: QWAC}
                            done-when: [{status: [201]}]
                            wait-when: [{status: [202]}]
                            captures: {enlisted-id: {from: /client_id, credential: client-id}}
                          - id: status
                            stage: approval
                            by: api
                            title: Look
                            repeat: safe
                            request: {method: GET, url: '{{environment.base-url}}/status', tls: QWAC}
                            done-when: [{status: [200], json: {/state: ACTIVE}}]
                            rejected-when: [{json: {/state: REJECTED}}]
                            wait-when: [{json: {/state: PENDING}}]
                            ask-when: [{text: QUESTION}]
                            captures:
                              why: {from: /why/text, tells: rejection-reason, optional: true}
                              asked: {from: /asked, tells: question, optional: true}
                          - id: verify-access
                            stage: verify-access
                            by: api
                            title: Prove the access
                            repeat: safe
                            token:
                              grant: client_credentials
                              auth: tls_client_auth
                              url: '{{environment.base-url}}/token'
                              tls: QWAC
                              client-secret: '{{captured.client-secret}}'
                            probe:
                              method: GET
                              url: '{{environment.base-url}}/accounts'
                              tls: QWAC
                              headers: {Authorization: 'Bearer {{token}}'}
                              proves: data
                              negative-control: [no-certificate, no-token, foreign-client-id]
                          - id: session
                            stage: register-client
                            by: api
                            title: Open a session
                            repeat: safe
                            request: {method: POST, url: '{{environment.base-url}}/session', tls: QWAC}
                            captures:
                              session-token: {from: /token, secret: true, expires-after: /expires_in}
                              session-id: {from: /id, expires-after: 5 minutes, pattern: '^S-(.+)$', letters: upper}
                          - id: subscribe
                            stage: subscribe-apis
                            by: api
                            title: Subscribe
                            repeat: safe
                            request:
                              method: PUT
                              url: '{{environment.base-url}}/subscription'
                              headers: {Session-Token: '{{captured.session-token}}', Session: '{{captured.session-id}}'}
                          - id: claim
                            stage: register-client
                            by: api
                            title: Claim once
                            repeat: never
                            renew-on: 401
                            request: {method: POST, url: '{{environment.base-url}}/claim', headers: {Token: '{{captured.session-token}}'}}
                            done-when: [{status: [201]}]
                          - id: claim-blindly
                            stage: register-client
                            by: api
                            title: Claim once more
                            repeat: never
                            request: {method: POST, url: '{{environment.base-url}}/claim', headers: {Token: '{{captured.session-token}}'}}
                            done-when: [{status: [201]}]
                          - id: find
                            stage: register-client
                            by: api
                            title: Register and find it again
                            repeat: look-first
                            request: {method: POST, url: '{{environment.base-url}}/clients', tls: QWAC}
                            look:
                              url: '{{environment.base-url}}/clients'
                              tls: QWAC
                              found-when: {status: 200, json: {/0/tpp: '*'}}
                              captures: {tpp-id: /0/tpp}
                            done-when: [{status: [201]}]
                            captures: {tpp-id: {from: /tpp}, client-key: {from: /key, secret: true, optional: true, credential: api-key}}
                          - id: stet
                            stage: register-client
                            by: api
                            title: Register with a token
                            repeat: never
                            token: {grant: client_credentials, auth: tls_client_auth, url: '{{environment.base-url}}/token', tls: QWAC}
                            request:
                              method: POST
                              url: '{{environment.base-url}}/stet'
                              tls: QWAC
                              headers: {Authorization: 'Bearer {{token}}'}
                          - id: page
                            stage: collect-credentials
                            by: api
                            title: Read a page
                            repeat: safe
                            request: {method: GET, url: '{{environment.base-url}}/page', tls: QWAC}
                            captures:
                              organisation-code: {from: 'regex:code: <b>([^<]+)</b>'}
                              registration-client-uri: {from: 'header:Location'}
                          - id: enrol
                            stage: register-client
                            by: api
                            title: Enrol
                            repeat: never
                            request:
                              method: POST
                              url: '{{environment.base-url}}/enrol'
                              tls: QWAC
                              headers: {TPP-Signature-Certificate: '{{certificate.qsealc.der-base64}}'}
                              body: {client: '{{captured.client-id}}'}
                              jws: {key: QSealC, alg: RS256, x5c: leaf, serialization: flattened}
                          - id: enrol-compact
                            stage: register-client
                            by: api
                            title: Enrol in another form
                            repeat: never
                            request:
                              method: POST
                              url: '{{environment.base-url}}/enrol'
                              headers: {Content-Type: application/jwt}
                              body: {client: '{{captured.client-id}}', secret: '{{captured.api-key}}'}
                              jws: {key: QSealC, alg: PS256, x5c: chain, kid: '{{captured.client-id}}', typ: JWT, valid-for: 5 minutes}
                          - id: enrol-own
                            stage: register-client
                            by: api
                            title: Enrol a key of our own
                            repeat: never
                            generate: {client-key-pair: ec-p256}
                            request:
                              method: POST
                              url: '{{environment.base-url}}/enrol'
                              body: {jwk: '{{generated.client-key-pair.public-jwk}}'}
                              jws: {generated-key: client-key-pair, alg: ES256}
                          - id: prove-key
                            stage: register-client
                            by: api
                            title: Prove that the key is ours
                            repeat: never
                            generate: {installation-key: rsa-2048}
                            request:
                              method: POST
                              url: '{{environment.base-url}}/enrol'
                              headers: {X-Signature: '{{signed.proof}}'}
                              signed:
                                proof: {text: '{{generated.installation-key.public-pem}}{{captured.api-key}}', by: {key: QSealC, alg: RS256}}
                                own: {text: '{{captured.api-key}}', by: {generated-key: installation-key, alg: RS256}}
                                ssa: {body: {client: '{{captured.client-id}}', redirect_uris: ['{{application.redirect-uris}}']}, by: {key: QSealC, alg: PS256, kid: k-1}}
                              body: {software_statement: '{{signed.ssa}}', own: '{{signed.own}}', roles: ['{{tpp.roles}}'], scope: '{{tpp.roles}}'}
                          - id: enrol-wrongly
                            stage: register-client
                            by: api
                            title: Enrol by an algorithm that the key is not for
                            repeat: never
                            request:
                              method: POST
                              url: '{{environment.base-url}}/enrol'
                              body: {client: '{{captured.client-id}}'}
                              jws: {key: QSealC, alg: ES256}
                """.replace("PORT", String.valueOf(port));
    }
}
