package io.portolan.bankapi;

/** A playbook for tests whose legs register a client, read, update and delete it, as RFC 7591, RFC 7592 and Open Banking (UK) have it. */
final class ClientPlaybook {

    private ClientPlaybook() {
    }

    static String at(int port) {
        return """
                bank: xx-api
                name: Bank with clients
                sources: [a test]
                checked-on: 2026-11-01
                confidence: partial
                environments:
                  sandbox:
                    kind: test
                    base-url: https://localhost:PORT
                    hosts: ['localhost:PORT']
                    routes:
                      - name: default
                        legs:
                          - id: get-token
                            stage: sign-up
                            by: operator
                            title: Get the initial access token
                            instruct: Ask support for one.
                            captures: {initial-token: {secret: true}}
                          - id: register
                            stage: register-client
                            by: api
                            title: Register the client
                            client: register
                            request:
                              method: POST
                              url: '{{environment.base-url}}/register'
                              headers: {Authorization: 'Bearer {{captured.initial-token}}'}
                              body:
                                client_name: '{{application.name}}'
                                redirect_uris: ['{{application.redirect-uris}}']
                                grant_types: [client_credentials, authorization_code]
                                scope: aisp pisp
                            done-when: {status: 201}
                            captures:
                              client-id: {from: /client_id}
                              client-secret: {from: /client_secret, secret: true, expires: /client_secret_expires_at}
                              registration-access-token: {from: /registration_access_token, secret: true}
                              registration-client-uri: {from: /registration_client_uri}
                          - id: read
                            stage: register-client
                            by: api
                            title: Read the client
                            client: read
                            request:
                              method: GET
                              url: '{{captured.registration-client-uri}}'
                              headers: {Authorization: 'Bearer {{captured.registration-access-token}}'}
                            captures:
                              client-secret: {from: /client_secret, secret: true, optional: true, expires: /client_secret_expires_at}
                              registration-access-token: {from: /registration_access_token, secret: true, optional: true}
                          - id: update
                            stage: register-client
                            by: api
                            title: Update the client
                            client: update
                            request:
                              method: PUT
                              url: '{{captured.registration-client-uri}}'
                              headers: {Authorization: 'Bearer {{captured.registration-access-token}}'}
                              body:
                                client_id: '{{captured.client-id}}'
                                client_secret: '{{captured.client-secret}}'
                                client_name: '{{application.name}}'
                                scope: pisp aisp
                            captures:
                              client-secret: {from: /client_secret, secret: true, optional: true, expires: /client_secret_expires_at}
                              registration-access-token: {from: /registration_access_token, secret: true, optional: true}
                          - id: delete
                            stage: register-client
                            by: api
                            title: Delete the client
                            client: delete
                            request:
                              method: DELETE
                              url: '{{environment.base-url}}/register/{{captured.client-id}}'
                              headers: {Authorization: 'Bearer {{captured.registration-access-token}}'}
                          - id: register-known
                            stage: register-client
                            by: api
                            title: Register a client whose id is known before
                            client: register
                            request:
                              method: POST
                              url: '{{environment.base-url}}/register-known'
                              body: {client_name: '{{application.name}}'}
                            look:
                              token:
                                grant: client_credentials
                                auth: tls_client_auth
                                url: '{{environment.base-url}}/token'
                                tls: QWAC
                                client-id: '{{certificate.qwac.organisation-id}}'
                            captures: {known-client-id: {from: /client_id, credential: client-id, optional: true}}
                          - id: register-by-statement
                            stage: register-client
                            by: api
                            title: Register by a software statement that we sign
                            client: register
                            request:
                              method: POST
                              url: '{{environment.base-url}}/register'
                              tls: QWAC
                              headers: {Content-Type: application/jwt}
                              signed:
                                statement:
                                  body:
                                    iss: sTQDLzJPPKYsgRMo4UwZvG
                                    software_id: sTQDLzJPPKYsgRMo4UwZvG
                                    software_redirect_uris: ['{{application.redirect-uris}}']
                                  by: {key: QSealC, alg: PS256, typ: JWT, kid: '{{certificate.qsealc.serial-decimal}}', valid-for: 5 minutes}
                              body:
                                iss: sTQDLzJPPKYsgRMo4UwZvG
                                aud: 0015800001041RHAAY
                                software_id: sTQDLzJPPKYsgRMo4UwZvG
                                redirect_uris: ['{{application.redirect-uris}}']
                                token_endpoint_auth_method: tls_client_auth
                                tls_client_auth_subject_dn: '{{certificate.qwac.subject-dn}}'
                                grant_types: [client_credentials, authorization_code]
                                response_types: [code]
                                scope: openid accounts payments
                                application_type: web
                                id_token_signed_response_alg: PS256
                                request_object_signing_alg: PS256
                                software_statement: '{{signed.statement}}'
                              jws: {key: QSealC, alg: PS256, typ: JWT, kid: '{{certificate.qsealc.serial-decimal}}', valid-for: 5 minutes}
                            done-when: {status: 201}
                            captures: {statement-client-id: {from: /client_id, credential: client-id}}
                          - id: register-for-mtls
                            stage: register-client
                            by: api
                            title: Register a client that authenticates by its certificate
                            client: register
                            request:
                              method: POST
                              url: '{{environment.base-url}}/register'
                              headers: {Authorization: 'Bearer {{captured.initial-token}}'}
                              body:
                                client_name: '{{application.name}}'
                                redirect_uris: ['{{application.redirect-uris}}']
                                grant_types: [client_credentials, authorization_code]
                                token_endpoint_auth_method: tls_client_auth
                                tls_client_auth_subject_dn: '{{certificate.qwac.subject-dn}}'
                                tls_client_certificate_bound_access_tokens: true
                                scope: aisp pisp
                            captures: {mtls-client-id: {from: /client_id, credential: client-id}}
                          - id: fetch-statement
                            stage: prerequisites
                            by: api
                            repeat: safe
                            title: Fetch the software statement
                            token: {grant: client_credentials, auth: tls_client_auth, tls: QWAC, url: '{{environment.base-url}}/directory/token', client-id: software-1, scope: ReadSoftwareStatement}
                            request:
                              method: GET
                              url: '{{environment.base-url}}/directory/ssa'
                              tls: QWAC
                              headers: {Authorization: 'Bearer {{token}}'}
                            captures: {software-statement: {from: /ssa, expires-after: 20 minutes}}
                          - id: fetch-bare-statement
                            stage: prerequisites
                            by: api
                            repeat: safe
                            title: Fetch the software statement by itself
                            token: {grant: client_credentials, auth: tls_client_auth, tls: QWAC, url: '{{environment.base-url}}/directory/token', client-id: software-1}
                            request:
                              method: GET
                              url: '{{environment.base-url}}/directory/ssa'
                              tls: QWAC
                              headers: {Authorization: 'Bearer {{token}}', Accept: application/jwt}
                            captures: {bare-statement: {credential: software-statement, from: 'regex:\\A\\s*([\\w.-]+)\\s*\\z'}}
                          - id: register-by-fetched-statement
                            stage: register-client
                            by: api
                            title: Register by the statement of the directory
                            client: register
                            request:
                              method: POST
                              url: '{{environment.base-url}}/register'
                              headers: {Authorization: 'Bearer {{captured.initial-token}}'}
                              body:
                                software_statement: '{{captured.software-statement}}'
                                redirect_uris: ['{{application.redirect-uris}}']
                            captures: {fetched-client-id: {from: /client_id, credential: client-id}}
                """.replace("PORT", String.valueOf(port));
    }
}
