package io.portolan.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.portolan.leg.Captured;
import io.portolan.leg.Captures;
import io.portolan.leg.LegOrder;
import io.portolan.leg.OurData;
import io.portolan.leg.SampleOrders;
import io.portolan.leg.Value;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Several values that people or banks have told, or that are ours, parted as a form wants them. */
class ListsInTasksTest {

    private final Map<String, String> ours = Map.of("application.redirect-uris", "https://a.example/x https://b.example/y", "ask.scopes", "read accounts\r\npay\n");
    private final OurData ourData = (place, order) -> Optional.ofNullable(ours.get(place)).map(Value.Plain::new);
    private final Captures captures = mock(Captures.class);
    private final AccountsOfTasks accounts = mock(AccountsOfTasks.class);

    @Test
    void partsThemAsThePlaceSays() {
        when(accounts.of(any(LegOrder.class))).thenReturn(Optional.empty());
        when(captures.latest(anyString(), eq("products"))).thenReturn(Optional.of(new Captured("a", 1, "products", "One\nTwo", null, null, Instant.EPOCH)));
        var yaml = SampleOrders.yaml("xx-lists", "hosts: [bank.example]\n", """
                - {id: a, stage: sign-up, by: operator, title: A, captures: {products: {type: list}}}
                - id: b
                  stage: approval
                  by: operator
                  title: B
                  data:
                    Usual: '{{application.redirect-uris}}'
                    Lines: '{{application.redirect-uris.lines}}'
                    Commas: '{{ask.scopes.commas}}'
                    Told: '{{ask.scopes.lines}}'
                    Brought: '{{captured.products.commas}}'
                    Services: '{{services.commas}}'
                """) + "ask: {scopes: {who: the bank, list: true}}\n";
        var order = SampleOrders.of(SampleOrders.playbook("xx-lists", yaml), "b");

        assertThat(new TaskData(captures, ourData, accounts).data(order)).extracting(Task.Datum::label, Task.Datum::text).containsExactly(
                tuple("Usual", "https://a.example/x https://b.example/y"), tuple("Lines", "https://a.example/x\nhttps://b.example/y"),
                tuple("Commas", "read accounts,pay"), tuple("Told", "read accounts\npay"), tuple("Brought", "One,Two"), tuple("Services", "AIS,PIS"));
    }
}
