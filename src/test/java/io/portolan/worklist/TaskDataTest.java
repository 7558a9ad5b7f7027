package io.portolan.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.portolan.leg.Captures;
import io.portolan.leg.LegOrder;
import io.portolan.leg.OurData;
import io.portolan.leg.SampleOrders;
import io.portolan.leg.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TaskDataTest {

    private final Map<String, String> ours = new HashMap<>();
    private final AccountsOfTasks accounts = mock(AccountsOfTasks.class);
    private final OurData ourData = (place, order) -> Optional.ofNullable(ours.get(place)).map(Value.Plain::new);
    private final TaskData data = new TaskData(mock(Captures.class), ourData, accounts);

    @Test
    void showsTheServicesThatAreAskedFor() {
        when(accounts.of(any(LegOrder.class))).thenReturn(Optional.empty());
        assertThat(data.data(order("{Services: '{{services}}', In your words: '{{service-names}}'}"))).extracting(Task.Datum::label, Task.Datum::text)
                .containsExactly(tuple("Services", "AIS PIS"), tuple("In your words", "aisp pisp"));
    }

    @Test
    void asksForTheFactsThatAPersonFindsOutByDoingTheLeg() {
        var order = order("{API: '{{ask.api-url}}/v1', Token: '{{ask.token-url}}', Again: '{{ask.api-url}}', Name: '{{tpp.legal-name}}'}");
        assertThat(data.missingFacts(order)).containsExactly("api-url", "token-url");
        ours.put("ask.api-url", "https://api.bank.example");
        assertThat(data.missingFacts(order)).containsExactly("token-url");
    }

    private static LegOrder order(String data) {
        var yaml = SampleOrders.yaml("xx-facts", "hosts: [bank.example]\n", "- {id: a, stage: sign-up, by: operator, title: A, data: " + data + "}\n")
                + "ask: {api-url: the bank's support, token-url: the bank's support}\nservice-names: {AIS: aisp, PIS: pisp}\n";
        return SampleOrders.of(SampleOrders.playbook("xx-facts", yaml), "a");
    }
}
