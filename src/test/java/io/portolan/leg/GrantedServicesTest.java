package io.portolan.leg;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.playbook.Service;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrantedServicesTest {

    @ParameterizedTest
    @ValueSource(strings = {"AIS PIS", "ais, pis", "[\"PIS\",\"AIS\"]", "AIS and PIS", "AIS_PIS", " PIS/AIS "})
    void readsTheNamesOfServices(String text) {
        assertThat(GrantedServices.read(text).orElseThrow().services()).containsExactlyInAnyOrder(Service.AIS, Service.PIS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", " NONE ", "[]"})
    void readsThatThereIsNone(String text) {
        assertThat(GrantedServices.read(text).orElseThrow().services()).isEqualTo(Set.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Accounts", "", " ", "AIS: yes, PIS: no", "not PIS", "AIS2", "none of AIS", ", ;"})
    void guessesAtNothingElse(String text) {
        assertThat(GrantedServices.read(text)).isEmpty();
    }

    @Test
    void keepsWhatTheBankHasSaid() {
        assertThat(GrantedServices.read("ais").orElseThrow().text()).isEqualTo("ais");
    }
}
