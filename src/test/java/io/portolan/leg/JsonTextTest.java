package io.portolan.leg;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.playbook.ApiWork;
import io.portolan.playbook.JsonBody;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTextTest {

    private static final String ASKS = """
            ask:
              lifetime: {who: the portal, number: true}
              lengths: {who: the portal, number: true, list: true}
              scopes: {who: the portal, list: true}
              plan: the portal
            """;
    private static final String LEG = """
            - id: register
              stage: register-client
              by: api
              title: Register
              request:
                method: POST
                url: '{{environment.base-url}}/clients'
                body:
                  lifetime: '{{ask.lifetime}}'
                  text: 'lasts {{ask.lifetime}} s'
                  lengths: ['{{ask.lengths}}']
                  scopes: ['{{ask.scopes}}', more]
                  plan: '{{ask.plan}}'
            """;

    private static LegOrder order() {
        return SampleOrders.of(SampleOrders.playbook("xx-small", SampleOrders.yaml("xx-small", "base-url: https://bank.example\nhosts: [bank.example]\n", LEG) + ASKS), "register");
    }

    private static JsonBody body(LegOrder order) {
        return ((ApiWork) order.leg().work()).request().body();
    }

    private static String sent(Map<String, String> facts) {
        var order = order();
        var run = new FakeLegRun(order);
        facts.forEach((name, value) -> run.with("ask." + name, value));
        return JsonText.sent(body(order), order, run::fill);
    }

    @Test
    void writesNumbersAndListsThatAPersonHasToldAsWhatTheyAre() {
        assertThat(sent(Map.of("lifetime", "3600", "lengths", "10\n2.5", "scopes", "read\npay", "plan", "7")))
                .isEqualTo("{\"lifetime\":3600,\"text\":\"lasts 3600 s\",\"lengths\":[10,2.5],\"scopes\":[\"read\",\"pay\",\"more\"],\"plan\":\"7\"}");
    }

    @Test
    void leavesWhatIsNoNumberAText() {
        assertThat(sent(Map.of("lifetime", "an hour", "lengths", "010", "scopes", "read", "plan", "7")))
                .startsWith("{\"lifetime\":\"an hour\"").contains("\"lengths\":[\"010\"]");
    }

    @Test
    void showsNothingOfASecretThatStandsForSeveralThings() {
        var order = order();
        var run = new FakeLegRun(order).with("ask.lifetime", "1").with("ask.lengths", "1").with("ask.plan", "7").withSecret("ask.scopes", "s3cr3t-one\ns3cr3t-two");

        assertThat(JsonText.shown(body(order), order, run::fill)).contains("\"scopes\":[\"•••\",\"more\"]").doesNotContain("s3cr3t");
        assertThat(JsonText.sent(body(order), order, run::fill)).contains("\"scopes\":[\"s3cr3t-one\",\"s3cr3t-two\",\"more\"]");
    }
}
