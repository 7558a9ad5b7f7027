package io.portolan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebDriverException;

class SeleniumTroubleTest {

    @Test
    void knowsAnElementThatLeftThePageHoweverTheDriverSaysIt() {
        assertThat(SeleniumTrouble.isStale(new WebDriverException("unknown error: unhandled inspector error: {\"code\":-32000,\"message\":\"Node with given id does not belong to the document\"}")))
                .isTrue();
        assertThat(SeleniumTrouble.isStale(new WebDriverException("unknown error: net::ERR_CONNECTION_REFUSED"))).isFalse();
        assertThat(SeleniumTrouble.isStale(new WebDriverException((String) null))).isFalse();
    }

    @Test
    void saysWhatItMeansAndNothingThatMayBeOfThePage() {
        var told = SeleniumTrouble.of(new WebDriverException("unknown error: the page says secret-4711"));

        assertThat(told.getMessage()).isEqualTo("the browser could not do it (WebDriverException)");
        assertThat(SeleniumTrouble.of(new WebDriverException("disconnected: not connected to DevTools")).getMessage()).isEqualTo("the browser is gone");
    }
}
