package io.portolan.playbook;

import static io.portolan.playbook.SamplePlaybooks.problemsOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiChecksTest {

    private static final String HEAD = "- {id: a, stage: register-client, by: api, title: A, ";
    private static final String POST = "request: {method: POST, url: '{{environment.base-url}}'";
    private static final String TOKEN = "token: {grant: client_credentials, auth: tls_client_auth, client-id: x, url: '{{environment.base-url}}'}";

    private static final String AUTHORISE = "authorise: {url: '{{environment.base-url}}', client-id: x, redirect-uri: 'https://a.example'}";
    private static final String CODE = "token: {grant: authorization_code, auth: tls_client_auth, client-id: x, url: '{{environment.base-url}}'";
    private static final String PUT = "request: {method: PUT, url: '{{environment.base-url}}'";
    private static final String TOKEN_FOR = "token: {grant: client_credentials, auth: tls_client_auth, client-id: x, audience: a, url: '{{environment.base-url}}'}";
    private static final String TOKEN_FOUND = "token: {grant: client_credentials, auth: tls_client_auth, client-id: x, url: '{{discovered.token-endpoint}}'}";
    private static final String JWT = "token: {grant: client_credentials, auth: private_key_jwt, client-id: x, url: '{{environment.base-url}}'";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        POST + ", jws: {key: QSealC, alg: RS256}}                                             | this request has none",
        POST + ", body: {a: b}, jws: {alg: RS256}}                                            | say by which key",
        POST + ", body: {a: b}, jws: {key: QSealC, generated-key: k, alg: RS256}}             | say by which key",
        POST + ", body: {a: b}, jws: {generated-key: k, alg: RS256}}                          | no generated key pair \"k\"",
        POST + ", body: {a: b}, jws: {generated-key: k, alg: RS256, x5c: leaf}}, generate: {k: rsa-2048} | has no certificate",
        POST + ", body: {a: b}, jws: {generated-key: k, alg: RS256}}, generate: {k: uuid}     | no generated key pair \"k\"",
        POST + ", body: [a], jws: {key: QSealC, alg: RS256, valid-for: 5 minutes}}            | a body that is an object",
        POST + ", body: {a: b}, jws: {key: QSealC, alg: HS256}}                               | is not one of RS256",
        POST + ", body: {a: b}, jws: {key: QSealC, alg: PS256, x5c: chain, serialization: flattened, kid: '{{certificate.qsealc.serial-hex}}'}} |",
        POST + ", body: {a: '{{generated.k.public-jwk}}', b: '{{generated.r}}'}}, generate: {k: ec-p256, r: uuid} |",
        POST + ", body: {a: '{{generated.k}}'}}, generate: {k: ec-p256}                       | no place \"generated.k\"",
        POST + ", body: {a: '{{generated.r.public-jwk}}'}}, generate: {r: uuid}               | no place \"generated.r.public-jwk\"",
        POST + ", headers: {A: '{{signed.s}}'}, signed: {s: {text: a, by: {key: QSealC, alg: RS256}}}} |",
        POST + ", headers: {A: '{{signed.t}}'}, signed: {s: {text: a, by: {key: QSealC, alg: RS256}}}} | no signed value \"t\"",
        POST + ", signed: {s: {text: '{{signed.s}}', by: {key: QSealC, alg: RS256}}}}              | only in headers, form or body",
        POST + ", signed: {s: {by: {key: QSealC, alg: RS256}}}}                               | say what is signed",
        POST + ", signed: {s: {text: a, by: {key: QSealC, alg: RS256, x5c: leaf}}}}           | it has no header",
        POST + ", signed: {s: {body: {a: b}, by: {generated-key: k, alg: RS256}}}}            | no generated key pair \"k\"",
        POST + "}, generate: {uuid: uuid}                                                     | is not a name",
        POST + ", headers: {Authorization: 'Bearer {{token}}'}}                               | only in the headers of the calls of a leg with token",
        POST + ", headers: {Authorization: 'Bearer {{token}}'}}, " + TOKEN + "                |",
        POST + "}, look: {url: '{{environment.base-url}}', found-when: {status: 200}}, repeat: look-first |",
        POST + "}, repeat: look-first                                                         | needs a leg by portal or api with look",
        POST + "}, look: {url: 'https://evil.example', found-when: {status: 200}}             | not among the environment's hosts",
        POST + "}, look: {url: '{{environment.base-url}}', found-when: {visible: {text: x}}}  | cannot see visible",
        POST + "}, look: {url: '{{environment.base-url}}', found-when: {status: 200}, captures: {client-id: /a}} | no capture of this leg",
        POST + "}, look: {url: '{{environment.base-url}}'}                                    | found-when is missing",
        TOKEN + ", look: {url: '{{environment.base-url}}', found-when: {status: 200}}         | only a request is looked for",
        JWT + "}                                                                              | private_key_jwt needs assertion",
        JWT + ", assertion: {key: QSealC, alg: PS256, kid: k, valid-for: 1 minute}}           |",
        JWT + ", assertion: {alg: PS256}}                                                     | say by which key",
        JWT + ", assertion: {key: QSealC, alg: PS256, serialization: flattened}}              | always compact",
        JWT + ", assertion: {key: QSealC, alg: PS256}, bound: true}                           | only over mutual TLS",
        JWT + ", assertion: {generated-key: k, alg: ES256}}                                   | no generated key pair \"k\"",
        TOKEN_FOR + "                                        | belong to auth: private_key_jwt",
        TOKEN_FOUND + "                | no authorization-server that would say so",
        POST + "}, patience: 5 minutes                                                        | only a leg that proves access is patient",
        TOKEN + ", patience: 5 minutes                                                        |",
        POST + ", body: {a: b}}, client: register, captures: {client-id: {from: /client_id}}  |",
        POST + ", body: {a: b}}, client: register                                             | brings back a client id",
        POST + "}, client: register, captures: {client-id: {from: /client_id}}                | stands in body, as an object",
        POST + ", body: {a: b}}, client: update                                               | a registration is updated by PUT",
        PUT + ", body: {a: b}}, client: update                                                | an update says client_id",
        PUT + ", body: {client_id: b}}, client: update                                        |",
        PUT + ", body: {client_id: b}, http-signature: {key: QSealC, key-id: a, headers: [digest, content-type, content-length]}}, client: update |",
        PUT + ", body: {client_id: b}}, client: renew                                         | is not one of register, read, update, delete",
        TOKEN + ", client: read                                                               | this is about a request",
        AUTHORISE + ", captures: {sent-back: {secret: true, credential: other}}               |",
        AUTHORISE + ", captures: {sent-back: {credential: other}}                             | holds a code, so say captures",
        AUTHORISE + ", captures: {sent-back: {secret: true, credential: other}}, " + TOKEN + " | let a later leg take the token",
        CODE + "}                                                                             | needs sent-back and redirect-uri",
        CODE + ", sent-back: a, redirect-uri: b}                                              |",
        CODE + ", sent-back: a, redirect-uri: b}, probe: {method: GET, url: '{{environment.base-url}}', proves: data, negative-control: foreign-client-id} | would use the code twice",
        POST + "}, look: {token: {grant: client_credentials, auth: tls_client_auth, client-id: x, url: '{{environment.base-url}}'}} |",
        POST + "}, look: {token: {grant: client_credentials, auth: tls_client_auth, url: '{{environment.base-url}}'}} | no earlier leg captures client-id",
        POST + "}, look: {found-when: {status: 200}}                                          | url or token, one of them",
        POST + "}, renew-on: 500                                                              | says nothing of what we sent",
        POST + "}, renew-on: [401, 403]                                                       |",
        POST + "}, probe: {method: GET, url: '{{environment.base-url}}', proves: data}        | let another leg prove access",
        POST + "}, captures: {client-id: {from: /a, pattern: '['}}                            | is no regular expression",
        POST + "}, captures: {client-id: {from: /a, pattern: 'a.*'}}                          | has one group",
        POST + "}, captures: {client-id: {from: /a, pattern: 'a(.*)', letters: upper}}        |",
        POST + "}, captures: {client-id: {from: /a, expires: /b, expires-after: 5 minutes}}   | keep one of",
        POST + "}, captures: {client-id: {from: /a, expires: 5 minutes}}                      | is no JSON pointer",
        POST + "}, captures: {client-id: {from: /a, expires-after: soon}}                     | neither a length of time",
        POST + "}, captures: {client-id: {from: /a, expires-after: /expires_in}}              |",
    })
    void checksALegByApi(String keys, String expected) {
        var problems = problemsOf(HEAD + keys + "}\n");

        if (expected == null) {
            assertThat(problems).isEmpty();
        } else {
            assertThat(problems).extracting(Problem::toString).anySatisfy(said -> assertThat(said).contains(expected));
        }
    }

    @Test
    void wantsTheTokensThatABankMayGiveAnewAndLetsThemReplaceTheOld() {
        var register = HEAD.replace("id: a", "id: first") + POST + ", body: {a: b}}, client: register, captures: {client-id: {from: /client_id},"
                + " registration-access-token: {from: /t, secret: true}}}\n";
        var read = HEAD + "request: {method: GET, url: '{{environment.base-url}}', headers: {A: '{{captured.registration-access-token}}'}}, client: read";

        assertThat(problemsOf(register, read + "}\n")).singleElement().extracting(Problem::message).asString().contains("RFC 7592, section 5");
        assertThat(problemsOf(register, read + ", captures: {registration-access-token: {from: /t, secret: true}}}\n")).singleElement()
                .extracting(Problem::message).asString().contains("has captured \"registration-access-token\" already");
        assertThat(problemsOf(register, read + ", captures: {registration-access-token: {from: /t, secret: true, optional: true}}}\n")).isEmpty();
    }

    @Test
    void letsALaterLegUseWhatAnEarlierOneHasMadeAndNoneMakeItTwice() {
        var makes = "- {id: first, stage: certificates, by: derive, title: A, generate: {k: rsa-2048}}\n";

        assertThat(problemsOf(makes, HEAD + POST + ", body: {a: '{{generated.k.public-pem}}'}}}\n")).isEmpty();
        assertThat(problemsOf(HEAD + POST + ", body: {a: '{{generated.k.public-pem}}'}}}\n", makes)).isNotEmpty();
        assertThat(problemsOf(makes, HEAD + POST + "}, generate: {k: uuid}}\n")).singleElement().extracting(Problem::message)
                .asString().contains("makes \"k\" already");
    }

    @Test
    void knowsWhichCapturesALegUses() {
        var legs = SamplePlaybooks.READER.read("xx-small.yaml", SamplePlaybooks.withLegs(
                "- {id: first, stage: sign-up, by: operator, title: A, captures: {client-id: {}, key: {}, session: {}}}\n",
                "- {id: a, stage: register-client, by: api, title: A, token: {grant: client_credentials, auth: tls_client_auth,"
                        + " url: '{{environment.base-url}}'}, request: {method: POST, url: '{{environment.base-url}}',"
                        + " headers: {Session: '{{captured.session}}', A: 'Bearer {{token}}'}, body: [{k: '{{captured.key}}'}]},"
                        + " captures: {tpp-id: {from: /a}}}\n")).orThrow().environments().get("test").routes().get(0).legs();

        assertThat(legs.get(1).uses()).isEqualTo(Set.of("client-id", "key", "session"));
    }
}
