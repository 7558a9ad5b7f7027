package io.portolan.bankapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallerTest {

    @ParameterizedTest
    @ValueSource(strings = {"bad_certificate", "certificate_required", "unknown_ca", "handshake_failure"})
    void knowsThatABankWhichTakesNoCertificateHasNotActed(String alert) {
        assertThat(failed(new SSLHandshakeException("Received fatal alert: " + alert)).how()).isEqualTo(CallFailed.How.CERTIFICATE_NOT_TAKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"internal_error", "close_notify", "user_canceled", "bad_record_mac"})
    void takesAnAlertThatMayComeAfterTheCallForALostAnswer(String alert) {
        var failure = failed(new SSLException("Received fatal alert: " + alert));
        assertThat(failure.how()).isEqualTo(CallFailed.How.CUT_OFF);
        assertThat(failure.how().isBeforeTheCall()).isFalse();
    }

    @Test
    void knowsThatABankWhichWasNotReachedHasNotActed() {
        assertThat(failed(new ConnectException("refused")).how().isBeforeTheCall()).isTrue();
    }

    private static CallFailed failed(Exception cause) {
        return Caller.failed(new ExecutionException(cause), new Call("POST", URI.create("https://bank.example/register"), Map.of(), null, null, false, "POST"));
    }
}
