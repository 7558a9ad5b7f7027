package io.portolan.playbook;

import static io.portolan.playbook.SamplePlaybooks.READER;
import static io.portolan.playbook.SamplePlaybooks.problemsOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaybookChecksTest {

    private static final String HEAD = "{id: a, stage: sign-up, title: A, ";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "by: derive}                                                                | needs captures",
        "by: derive, captures: {tpp-id: {}}}                                        | say what it is computed from",
        "by: api}                                                                   | needs request, token, probe or authorise",
        "by: portal, signed-in: false}                                              | needs steps or look",
        "by: portal, steps: [{open: 'https://bank.example'}]}                       | no portal with log-in",
        "by: operator, done-when: {text: x}}                                        | has no signs",
        "by: mail, done-when: {status: 200}}                                        | cannot see status",
        "by: mail, done-when: {}}                                                   | a sign needs text or subject",
        "by: mail, captures: {client-id: {from: 'link:x'}}}                         | expected mail",
        "by: mail, expect: {from: '@b.example'}, captures: {client-id: {from: /x}}} | does not begin with link: or code:",
        "by: mail, expect: {from: '@b.example'}, captures: {client-id: {from: 'code:['}}} | is no regular expression",
        "by: mail, letter: {to: onbording, subject: S, text: T}}                    | onboarding",
        "by: mail, letter: {to: phone-only, subject: S, text: T}}                   | has no e-mail",
        "by: mail, letter: {to: psd2@bank.example, subject: S, text: '{{tpp.legal-nam}}'}}  | tpp.legal-name",
        "by: mail, letter: {to: onboarding, subject: S, text: T, attach: '{{tpp.legal-name}}'}} | is no file",
        "by: mail, letter: {to: onboarding, subject: S, text: T, attach: ['{{certificate.qwac.pem}}', '{{document.licence}}', '{{tpp.logo}}']}} |",
        "by: mail, letter: {to: onboarding, subject: S, text: '{{document.licence}}'}} | only be attached, uploaded",
        "by: mail, letter: {to: onboarding, subject: S, text: T}, captures: {client-id: {from: 'code:x'}}} | expected mail",
        "by: mail, letter: {to: onboarding, subject: S, text: T}, done-when: {text: x}, captures: {client-id: {from: 'code:x'}}} |",
        "by: mail, expect: {from: '@b.example'}, captures: {client-id: {from: 'attachment:['}}} | is no regular expression",
        "by: mail, acknowledgement: {reference: 'Ticket \\d+'}}                       | needs one group",
        "by: mail, wait: {calendar: target}}                                        | neither TARGET nor",
        "by: portal, signed-in: false, look: [{open: 'https://bank.example/'}], done-when: {text: Approved}, rejected-when: {text: Not approved}} | also shows where rejected-when says",
        "by: portal, signed-in: false, look: [{open: 'https://bank.example/'}], done-when: {text: Approved}, wait-when: {text: Unapproved}} |",
        "by: portal, signed-in: false, look: [{open: 'https://bank.example/'}], done-when: {text: Approved, url: /done}, wait-when: {text: not approved}} |",
        "by: portal, signed-in: false, look: [{open: 'https://bank.example/'}], done-when: {visible: {text: active}}, ask-when: {visible: {text: Not Active}}} | also shows where ask-when says",
        "by: portal, signed-in: false, look: [{open: 'https://bank.example/'}], steps: [{open: 'https://bank.example/'}], done-when: {text: applications}, absent-when: {text: No applications}} | also shows where absent-when",
        "by: portal, signed-in: false, steps: [{accept-terms: {label: I agree}}], done-when: {text: x}} | document is missing",
        "by: portal, signed-in: false, steps: [{accept-terms: {label: I agree, known: abc}}], done-when: {text: x}} | document is missing",
        "by: portal, signed-in: false, steps: [{accept-terms: {label: I agree, document: {label: I agree}}}], done-when: {text: x}} | the box holds no terms",
        "by: portal, signed-in: false, steps: [{accept-terms: {label: I agree, document: {css: '#terms'}}}], done-when: {text: x}} |",
        "by: operator, repeat: look-first}                                          | needs a leg by portal or api with look",
        "by: operator, links: ['http://bank.example']}                              | unencrypted",
        "by: operator, data: ['{{tpp.vat-nubmer}}']}                                | tpp.vat-number",
        "by: operator, data: ['{{application.name.cs}}', '{{application.description.fr}}', '{{tpp.signatory.last-name}}', '{{application.made-for.legal-name}}']} |",
        "by: operator, data: ['{{application.name.zz}}']}                           | application.name",
        "by: operator, data: ['{{tpp.outbound-adresses}}']}                         | tpp.outbound-addresses",
        "by: operator, data: ['{{ask.register-ur}}']}                               | register-url",
        "by: operator, data: ['{{tpp.vat_number}}']}                                | a place is written",
        "by: operator, data: ['{{captured.client-id}}']}                            | earlier leg that captures",
        "by: operator, data: ['{{token}}']}                                         | only in the headers of the calls of a leg with token",
        "by: operator, data: ['{{account.login}}']}                                 | no portal account",
        "by: operator, data: ['{{environment.api-url}}']}                           |",
        "by: operator, captures: {thing: {}}}                                       | used nowhere",
        "by: operator, captures: {thing: {}}, evidence: thing}                      |",
        "by: operator, captures: {client-id: {}}}                                   |",
        "by: operator, captures: {thing: {credential: api-key}}}                    |",
        "by: operator, instruct: 'The key is eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0'} | looks like a secret",
        "by: api, request: {method: GTE, url: '{{environment.base-url}}'}}          | GET",
        "by: api, request: {method: GET, url: 'https://evil.example/x'}}            | not among the environment's hosts",
        "by: api, request: {method: GET, url: 'https://bank.example:8443/x'}}       | not among the environment's hosts",
        "by: api, request: {method: GET, url: 'https://bank.example:443/x'}}        |",
        "by: api, request: {method: GET, url: 'https://bank.example@evil.example'}} | not among the environment's hosts",
        "by: api, request: {method: GET, url: 'https://{{tpp.lei}}.example/'}}      | begins with https:// and its host",
        "by: api, request: {method: GET, url: '{{tpp.website}}'}}                   | begins with https:// and its host",
        "by: api, request: {method: GET, url: 'http://bank.example/x'}}             | unencrypted",
        "by: api, request: {method: GET, url: '{{ask.register-url}}', headers: {X-Api-Key: abc}}} | looks like a secret",
        "by: api, request: {method: POST, url: '{{ask.register-url}}', form: {a: b}, body: {}}}   | not both",
        "by: api, token: {grant: client_credentials, auth: tls_client_auth, url: '{{ask.register-url}}'}} | say client-id",
        "by: api, probe: {method: GET, url: '{{environment.base-url}}', proves: connection}, captures: {a: {}}} | where the answer has it",
        "by: operator, data: ['{{branch.key}}']}                                    | no branches",
        "by: api, request: {method: GET, url: '{{ask.register-url}}', http-signature: {key: QSealC, key-id: a, headers: [digset]}}} | digest",
        "by: api, request: {method: GET, url: '{{ask.register-url}}', headers: {X-Id: a}, http-signature: {key: QSealC, key-id: a, headers: [date, x-id]}}} |",
        "by: api, probe: {method: GET, url: '{{ask.register-url}}', proves: data, http-signature: {key: QSealC, key-id: a, headers: [x-id]}}} | date",
        "by: api, probe: {method: GET, url: '{{ask.register-url}}', proves: data, http-signature: {key: QSealC, key-id: a, headers: [content-type]}}} | no header field of this call",
        "by: api, request: {method: POST, body: {a: b}, url: '{{ask.register-url}}', http-signature: {key: QSealC, key-id: a, headers: [content-type, content-length]}}} |",
        "by: api, request: {method: GET, url: '{{ask.register-url}}', http-signature: {key: QSealC, key-id: a, headers: []}}} | what is signed",
        "by: api, request: {method: GET, url: '{{ask.register-url}}', http-signature: {key: QSealC, key-id: a, headers: [x-on, digest], date-in: X-On, digest: sha-512}}} |",
        "by: api, request: {method: GET, url: '{{ask.register-url}}', http-signature: {key: QSealC, key-id: a, headers: [date], host-in: 'X Host'}}} | not the name of a header field",
        "by: operator, on-rejected: {back-to: a}}                                   | no earlier leg",
    })
    void checksALegByItself(String leg, String expected) {
        var problems = problemsOf("- " + HEAD + leg + "\n");

        if (expected == null) {
            assertThat(problems).isEmpty();
        } else {
            assertThat(problems).isNotEmpty().anySatisfy(problem -> {
                assertThat(problem.toString()).contains(expected);
                assertThat(problem.line()).isGreaterThanOrEqualTo(14);
            });
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "steps: [{click: {text: A}, open: x}]                                     | exactly one key",
        "steps: [{press: {text: A}}]                                              | there is no step \"press\"",
        "steps: [{clik: {text: A}}]                                               | did you mean \"click\"",
        "steps: [{click: {point-of-no-return: true}}]                             | needs one of label, role",
        "steps: [{click: {within: main}}]                                         | by label, by role and name",
        "steps: [{click: {role: button}}]                                         | role and name go together",
        "steps: [{click: {role: buton, name: A}}]                                 | did you mean \"button\"",
        "steps: [{click: {text: A, point-of-no-return: true}}]                    | needs look",
        "steps: [{click: {text: A, point-of-no-return: true}}, {click: {text: A, point-of-no-return: true}}], look: [{expect: {text: B}}] | at most one",
        "repeat: safe, steps: [{click: {text: A, point-of-no-return: true}}], look: [{expect: {text: B}}] | not safe to repeat",
        "steps: [{click: {text: A}}]                                              | mark the click that cannot be taken back, or say repeat: safe",
        "repeat: never, steps: [{click: {text: A}}]                               | mark the click that cannot be taken back, or say repeat: safe",
        "repeat: safe, steps: [{click: {text: A}}]                                |",
        "steps: [{expect: {status: 200}}]                                         | cannot see status",
        "steps: [{expect: {gone: {text: A}}}]                                     | say by text, visible or url what is there",
        "steps: [{expect: {text: B, gone: {text: A}}}]                            |",
        "steps: [{open: '{{environment.base-url}}'}], look: [{tick: {label: A}}]  | looking changes nothing",
        "look: [{open: '{{environment.base-url}}'}]                               | never ends",
        "steps: [{capture: {as: client-id, css: a}}]                              | no capture \"client-id\"",
        "steps: [{click: {text: A}}], captures: {client-id: {}}                   | no capture step takes",
        "steps: [{click: {text: A}}], lost-when: {text: A}                        | go together",
        "steps: [{click: {text: A}}], request: {method: GET}                      | no key \"request\"",
        "steps: [{fill: {label: Password, with: hunter22}}]                       | looks like a secret",
        "steps: [{fill: {label: A, with: '{{captured.x}}'}}]                      | earlier leg that captures",
        "steps: [{open: 'file:///etc/passwd'}]                                    | begins with https://",
        "steps: [{capture: {as: client-id, css: a}}, {fill: {label: A, with: '{{captured.client-id}}'}}], captures: {client-id: {}} |",
    })
    void checksTheStepsOfAPortalLeg(String keys, String expected) {
        var problems = problemsOf("- " + HEAD + "by: portal, signed-in: false, " + keys + "}\n");

        if (expected == null) {
            assertThat(problems).isEmpty();
        } else {
            assertThat(problems).extracting(Problem::toString).anySatisfy(said -> assertThat(said).contains(expected));
        }
    }

    @Test
    void letsASecretBeTypedOrSentButNotSeen() {
        var secret = "- {id: first, stage: sign-up, by: operator, title: A, captures: {link: {secret: true}}}\n";

        assertThat(problemsOf(secret, "- " + HEAD + "by: portal, signed-in: false, steps: [{open: '{{captured.link}}'},"
                + " {fill: {label: A, with: '{{captured.link}}'}}]}\n")).isEmpty();
        assertThat(problemsOf(secret, "- " + HEAD + "by: api, request: {method: GET, url: '{{captured.link}}'}}\n")).isEmpty();
        assertThat(problemsOf(secret, "- " + HEAD + "by: api, request: {method: GET, url: '{{captured.link}}/x'}}\n"))
                .extracting(Problem::message).singleElement().asString().contains("is a secret and would be seen here");
        assertThat(problemsOf(secret, "- " + HEAD + "by: portal, signed-in: false, steps: [{open:"
                + " '{{environment.base-url}}/?key={{captured.link}}'}]}\n"))
                .extracting(Problem::message).singleElement().asString().contains("is a secret");
        assertThat(problemsOf(secret, "- " + HEAD + "by: operator, data: ['{{captured.link}}']}\n"))
                .extracting(Problem::message).singleElement().asString().contains("is a secret");
    }

    @Test
    void wantsCapturesToBeThereWheneverTheyAreUsed() {
        var onlyForPayments = "- {id: first, stage: sign-up, by: operator, title: A, only-for: [PIS], captures: {x: {}}}\n";
        var use = "by: operator, data: ['{{captured.x}}']";

        assertThat(problemsOf(onlyForPayments, "- " + HEAD + use + "}\n")).extracting(Problem::message)
                .singleElement().asString().contains("only for some services");
        assertThat(problemsOf(onlyForPayments, "- " + HEAD + use + ", only-for: [PIS]}\n", "- {id: c, stage: approval, by: operator, title: C}\n")).isEmpty();
    }

    @Test
    void rejectsTwoLegsOfOneNameAndCapturesTakenTwice() {
        var leg = "- {id: a, stage: sign-up, by: operator, title: A, captures: {client-id: {}}}\n";

        assertThat(problemsOf(leg, leg)).extracting(Problem::message).satisfiesExactlyInAnyOrder(
                message -> assertThat(message).contains("two legs \"a\""),
                message -> assertThat(message).contains("has captured \"client-id\" already"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"requested", "pre-flight", "live", "Sign-Up", "1st"})
    void rejectsIdsOfLegsThatARouteCannotHave(String id) {
        assertThat(problemsOf("- {id: " + id + ", stage: sign-up, by: operator, title: A}\n"))
                .singleElement().extracting(Problem::path).asString().endsWith(".id");
    }

    @Test
    void findsRoutesThatAreNeverTaken() {
        var leg = "- {id: a, stage: sign-up, by: operator, title: A}\n";
        var text = SamplePlaybooks.withLegs(leg) + """
                      - name: default
                        when: {region: gb}
                        legs: []
                """;

        assertThat(READER.read("xx-small.yaml", text).problems()).extracting(Problem::message)
                .anySatisfy(message -> assertThat(message).contains("never taken"))
                .anySatisfy(message -> assertThat(message).contains("two routes \"default\""))
                .anySatisfy(message -> assertThat(message).contains("there is no branch \"gb\""))
                .anySatisfy(message -> assertThat(message).contains("at least one leg"))
                .hasSize(4);
    }

    @Test
    void takesUnencryptedAddressesOfThisMachineOnly() {
        var text = SamplePlaybooks.withLegs("- {id: a, stage: sign-up, by: operator, title: A}\n");

        assertThat(READER.read("xx-small.yaml", text.replace("https://bank.example", "http://localhost:8080")
                .replace("[bank.example]", "['localhost:8080']")).problems()).isEmpty();
        assertThat(READER.read("xx-small.yaml", text.replace("https://bank.example", "http://bank.example"))
                .problems()).extracting(Problem::suggestion).containsExactly("https://bank.example");
        assertThat(READER.read("xx-small.yaml", text.replace("[bank.example]", "['https://bank.example']"))
                .problems()).extracting(Problem::message).anySatisfy(message -> assertThat(message).contains("is not a host"));
    }

    @Test
    void wantsAllBranchesToHaveTheValuesThatLegsUse() {
        var text = SamplePlaybooks.withLegs("- {id: a, stage: sign-up, by: api, title: A, request: {method: GET, url: '{{branch.url}}/x'}}\n")
                + "branches: {east: {name: East, scope: access, values: {url: 'https://bank.example/east'}}, west: {name: West, scope: access, values: {ulr: x}}}\n";

        assertThat(READER.read("xx-small.yaml", text).problems()).extracting(Problem::message).singleElement().asString()
                .contains("value of the branch west \"url\"", "ulr");
    }

    @Test
    void rejectsFactsThatWereCheckedInTheFuture() {
        var text = SamplePlaybooks.exampleText().replace("checked-on: 2026-11-01", "checked-on: 2026-12-02");

        assertThat(READER.read("xx-example.yaml", text).problems()).extracting(Problem::path)
                .containsExactly("checked-on");
    }

    @Test
    void rejectsAGroupThatIsNoName() {
        assertThat(READER.read("xx-small.yaml", SamplePlaybooks.withLegs(
                "- {id: a, stage: sign-up, by: operator, title: A, group: Legal team, due: 2 business days}\n")).problems())
                .singleElement().extracting(Problem::message).asString().contains("\"Legal team\" is not a name");
    }

    @Test
    void rejectsABankWithoutACountry() {
        assertThat(READER.read("harbour.yaml", SamplePlaybooks.withLegs(
                "- {id: a, stage: sign-up, by: operator, title: A}\n").replace("xx-small", "harbour")).problems())
                .singleElement().extracting(Problem::message).asString().contains("is not an id such as cz-example");
    }
}
