package io.portolan.leg;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.playbook.Service;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LegOrderTest {

    private static final String LEG = "- {id: a, stage: sign-up, by: operator, title: A, data: ['{{services}}']}\n";

    @Test
    void saysTheServicesByTheirNamesAndByThoseOfTheBank() {
        var order = order("service-names: {AIS: aisp, PIS: pisp}\n", Set.of(Service.PIS, Service.AIS));
        assertThat(order.says("services")).contains("AIS PIS");
        assertThat(order.says("service-names")).contains("aisp pisp");
        assertThat(order.says("tpp.lei")).isEmpty();
    }

    @Test
    void saysNothingOfAServiceThatTheBankHasNoWordFor() {
        assertThat(order("service-names: {AIS: aisp}\n", Set.of(Service.AIS, Service.CAF)).says("service-names")).isEmpty();
        assertThat(order("", Set.of(Service.AIS)).says("service-names")).isEmpty();
    }

    private static LegOrder order(String names, Set<Service> services) {
        return SampleOrders.of(SampleOrders.playbook("xx-words", SampleOrders.yaml("xx-words", "hosts: [bank.example]\n", LEG) + names), "a", services,
                SampleOrders.STARTED);
    }
}
