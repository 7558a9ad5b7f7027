package io.portolan.bankapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.bankapi.CallFailed.How;
import io.portolan.bankapi.Sending.Got;
import java.io.IOException;
import java.net.ConnectException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoAnswerTest {

    @ParameterizedTest
    @ValueSource(strings = {"bad_certificate", "certificate_required", "unknown_ca", "handshake_failure"})
    void knowsThatABankWhichTakesNoCertificateHasNotActed(String alert) {
        assertThat(of(new SSLHandshakeException("Received fatal alert: " + alert)).how()).isEqualTo(How.CERTIFICATE_NOT_TAKEN);
        assertThat(of(new SSLHandshakeException("(" + alert + ") Received fatal alert: " + alert)).how()).isEqualTo(How.CERTIFICATE_NOT_TAKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"internal_error", "close_notify", "user_canceled", "bad_record_mac"})
    void takesAnAlertThatMayComeAfterTheCallForALostAnswer(String alert) {
        var failure = of(new SSLException("Received fatal alert: " + alert));
        assertThat(failure.how()).isEqualTo(How.CUT_OFF);
        assertThat(failure.how().isBeforeTheCall()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Received fatal alert: protocol_version                                  | NO_TLS",
        "Received fatal alert: unrecognized_name                                 | NO_TLS",
        "Server chose TLSv1, but that protocol version is not enabled            | NO_TLS",
        "Remote host terminated the handshake                                    | HUNG_UP"})
    void knowsThatABankWithWhichNoTlsCanBeAgreedOnHasNotActed(String said, How how) {
        var failure = of(new SSLHandshakeException(said));
        assertThat(failure.how()).isEqualTo(how);
        assertThat(failure.how().isBeforeTheCall()).isTrue();
    }

    @Test
    void knowsThatABankWhichWasNotReachedHasNotActed() {
        assertThat(of(new ConnectException("refused"))).satisfies(failure -> assertThat(failure.how().isBeforeTheCall()).isTrue())
                .hasMessage("bank.example cannot be reached.");
    }

    @ParameterizedTest
    @CsvSource({"403,PROXY_IN_THE_WAY", "503,NOT_REACHED"})
    void tellsAProxyThatForbidsFromOneThatDoesNotReachTheBankEither(int status, How how) {
        var failure = byProxy(new IOException("Tunnel failed, got: " + status));
        assertThat(failure).hasMessageContaining("Our proxy proxy.example:3128 does not get us through to bank.example; it answers " + status);
        assertThat(failure.how()).isEqualTo(how);
        assertThat(failure.how().isBeforeTheCall()).isTrue();
    }

    @Test
    void knowsThatABankWhichHasNotGotTheWholeCallHasNotActed() {
        var nothingSent = new NoAnswer(call(), Optional.empty(), Got.NOWHERE);
        assertThat(nothingSent.of(new ExecutionException(new IOException("Connection reset"))).how()).isEqualTo(How.HUNG_UP);
        assertThat(nothingSent.inTime().how()).isEqualTo(How.NOT_REACHED);
        assertThat(of(new IOException("Connection reset")).how()).isEqualTo(How.CUT_OFF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Received fatal alert: protocol_version", "Unsupported or unrecognized SSL message"})
    void takesWhatIsNoTlsAfterTheCallForALostAnswer(String said) {
        assertThat(new NoAnswer(call(), Optional.empty(), Got.ON_ITS_WAY).of(new SSLHandshakeException(said)).how()).isEqualTo(How.CUT_OFF);
    }

    @Test
    void tellsAProxyThatIsAwayFromABankThatIsAway() {
        assertThat(byProxy(new ConnectException("refused")).how()).isEqualTo(How.PROXY_IN_THE_WAY);
    }

    private static CallFailed of(Exception cause) {
        return new NoAnswer(call(), Optional.empty(), Got.NOBODY_KNOWS).of(new ExecutionException(cause));
    }

    private static CallFailed byProxy(Exception cause) {
        return new NoAnswer(call(), Optional.of("proxy.example:3128"), Got.NOWHERE).of(new ExecutionException(cause));
    }

    private static Call call() {
        return SampleCallers.post("https://bank.example/register", "{}", null);
    }
}
