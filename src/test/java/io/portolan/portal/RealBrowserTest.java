package io.portolan.portal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class RealBrowserTest {

    @Test
    void skipsOnlyWhereNoBrowserIsNeeded() {
        assertThatThrownBy(() -> RealBrowser.require(false, false)).isInstanceOf(TestAbortedException.class);
        assertThatThrownBy(() -> RealBrowser.require(false, true)).isInstanceOf(AssertionError.class);
        assertThatCode(() -> RealBrowser.require(true, true)).doesNotThrowAnyException();
    }
}
