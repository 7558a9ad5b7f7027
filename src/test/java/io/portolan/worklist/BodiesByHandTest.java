package io.portolan.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.portolan.leg.Captured;
import io.portolan.leg.Captures;
import io.portolan.leg.FakeLegRun;
import io.portolan.leg.Filled;
import io.portolan.leg.FormText;
import io.portolan.leg.JsonText;
import io.portolan.leg.LegOrder;
import io.portolan.leg.OurData;
import io.portolan.leg.SampleOrders;
import io.portolan.leg.Value;
import io.portolan.playbook.ApiWork;
import io.portolan.playbook.CallByHand;
import io.portolan.playbook.CertificateKind;
import io.portolan.playbook.Request;
import io.portolan.vault.SecretName;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whoever makes a call in the place of Portolan sees the very body that it would have sent, with dots where a secret stands. */
class BodiesByHandTest {

    private static final String SECRET = "s3cr3t/ä+1";
    private static final String LEGS = """
            - {id: before, stage: collect-credentials, by: operator, title: A, captures: {key: {secret: true}, products: {type: list}, limit: {type: number}, note: {type: text}}}
            - id: json
              stage: register-client
              by: api
              title: B
              repeat: never
              request:
                method: POST
                url: 'https://bank.example/{{captured.note}}'
                tls: QWAC
                headers: {X-TPP: '{{tpp.legal-name}}', X-KEY: '{{captured.key}}', X-BOTH: 'Key {{captured.key}} of {{tpp.legal-name}}'}
                body:
                  name: 'Our "{{tpp.legal-name}}"'
                  note: '{{captured.note}}'
                  limit: '{{captured.limit}}'
                  said: 'up to {{captured.limit}}'
                  lengths: ['{{ask.lengths}}']
                  products: ['{{captured.products}}', last]
                  redirects: ['{{application.redirect-uris}}']
                  commas: '{{captured.products.commas}}'
                  plain: [1, true, null, 'true', '7']
                  nested: {list: [{scopes: ['{{services}}'], deep: {key: '{{captured.key}}'}}], empty: {}}
                  line: 'id {{captured.key}}:{{tpp.legal-name}}'
                  chain: '{{certificate.qwac.x5c}}'
              done-when: {status: 201}
            - id: form
              stage: register-client
              by: api
              title: C
              repeat: never
              request:
                method: POST
                url: 'https://bank.example/form'
                tls: QWAC
                form: {name: 'Our {{tpp.legal-name}}', scope: '{{ask.lengths.commas}}', secret: '{{captured.key}}', both: 'a {{captured.key}} b & c', 'odd key': x y}
              done-when: {status: 201}
            """;

    private final Map<String, String> ours = Map.of("tpp.legal-name", "Lan\"tern & \\ Söhne\nGmbH", "ask.lengths", "10\n2.5", "application.redirect-uris", "https://a.example/x https://b.example/y",
            "certificate.qwac.x5c", "[\"MIIB\",\"MIIC\"]");
    private final Map<String, String> captured = Map.of("products", "One\nTwo \"2\"", "limit", "3600", "note", "a\tb\n\"c\" {{tpp.legal-name}}");
    private final AccountsOfTasks accounts = mock(AccountsOfTasks.class);

    private LegOrder order(String leg) {
        var yaml = SampleOrders.yaml("xx-bodies", "hosts: [bank.example]\n", LEGS) + "ask: {lengths: {who: the bank, number: true, list: true}}\n";
        return SampleOrders.of(SampleOrders.playbook("xx-bodies", yaml), leg);
    }

    private Map<String, String> shown(LegOrder order) {
        var captures = mock(Captures.class);
        when(captures.latest(anyString(), anyString())).thenReturn(Optional.empty());
        captured.forEach((name, value) -> when(captures.latest("onboarding-1", name)).thenReturn(Optional.of(new Captured("before", 1, name, value, null, null, Instant.EPOCH))));
        when(captures.latest("onboarding-1", "key")).thenReturn(Optional.of(new Captured("before", 1, "key", null, new SecretName("key"), null, Instant.EPOCH)));
        when(accounts.of(any(LegOrder.class))).thenReturn(Optional.empty());
        OurData data = (place, of) -> Optional.ofNullable(ours.get(place)).map(Value.Plain::new);
        var shown = new HashMap<String, String>();
        new TaskData(captures, data, accounts).data(order).forEach(datum -> shown.put(datum.label(), datum.text()));
        return shown;
    }

    private FakeLegRun run(LegOrder order) {
        var run = new FakeLegRun(order).with("services", "AIS PIS").withSecret("captured.key", SECRET);
        ours.forEach(run::with);
        captured.forEach((name, value) -> run.with("captured." + name, value));
        return run;
    }

    private static Request request(LegOrder order) {
        return ((ApiWork) order.leg().work()).request();
    }

    private static LegOrder byHand(LegOrder order) {
        return order.with(CallByHand.leg(order.leg(), Set.of(CertificateKind.QWAC)));
    }

    @Test
    void showsTheJsonThatIsSentButForSecrets() {
        var order = order("json");
        var sent = JsonText.sent(request(order).body(), order, run(order)::fill);

        assertThat(sent).contains("\"limit\":3600", "\"said\":\"up to 3600\"", "\"lengths\":[10,2.5]", "\"products\":[\"One\",\"Two \\\"2\\\"\",\"last\"]",
                "\"redirects\":[\"https://a.example/x\",\"https://b.example/y\"]", "\"plain\":[1,true,null,\"true\",\"7\"]", "\"scopes\":[\"AIS\",\"PIS\"]", "\"chain\":[\"MIIB\",\"MIIC\"]", SECRET);
        assertThat(shown(byHand(order))).as("where the key is elsewhere").containsEntry("Body", sent.replace(SECRET, "•••"));
        assertThat(shown(order)).as("where Portolan could not go on").containsEntry("Body", sent.replace(SECRET, "•••"));
    }

    @Test
    void showsTheFormThatIsSentButForSecrets() {
        var order = order("form");
        var fields = new LinkedHashMap<String, Filled>();
        var run = run(order);
        request(order).form().forEach((name, template) -> fields.put(name, run.fill(template)));
        var sent = FormText.sent(fields);

        assertThat(sent).contains("scope=10%2C2.5", "both=a+s3cr3t%2F%C3%A4%2B1+b+%26+c", "odd+key=x+y");
        assertThat(shown(byHand(order))).containsEntry("Body", sent.replace(FormText.encoded(SECRET), "•••"))
                .containsEntry("Form field both", "a ••• b & c").doesNotContainKey("Form field secret");
    }

    @Test
    void showsAddressAndHeaderFieldsLikewise() {
        assertThat(shown(order("json"))).containsEntry("Header field X-TPP", ours.get("tpp.legal-name")).containsEntry("Header field X-BOTH", "Key ••• of " + ours.get("tpp.legal-name"))
                .doesNotContainKey("Header field X-KEY");
    }

    @Test
    void namesWhatOnlyTheCallItselfMakes() {
        var yaml = SampleOrders.yaml("xx-made", "hosts: [bank.example]\nauthorization-server: {issuer: 'https://bank.example'}\n", """
                - id: a
                  stage: register-client
                  by: api
                  title: A
                  repeat: never
                  request:
                    method: POST
                    url: '{{discovered.registration-endpoint}}'
                    tls: QWAC
                    signed: {proof: {text: '{{tpp.legal-name}}', by: {key: QSealC, alg: RS256}}}
                    body: {proof: '{{signed.proof}}', id: '{{generated.uuid}}', chain: '{{certificate.qseal.x5c}}'}
                  done-when: {status: 201}
                """.replace("qseal.", "qsealc."));
        var shown = shown(SampleOrders.of(SampleOrders.playbook("xx-made", yaml), "a"));

        assertThat(shown).containsEntry("Address for POST", "(the registration endpoint of https://bank.example)")
                .containsEntry("Body", "{\"proof\":\"(the signed proof)\",\"id\":\"(a new uuid)\",\"chain\":\"(qsealc x5c)\"}").containsKey("Text to sign for proof");
    }
}
