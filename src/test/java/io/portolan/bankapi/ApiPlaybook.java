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
                """.replace("PORT", String.valueOf(port));
    }
}
