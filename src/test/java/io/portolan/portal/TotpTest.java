package io.portolan.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.account.InMemoryPortalAccounts;
import io.portolan.account.PortalAccount;
import io.portolan.vault.Secret;
import io.portolan.vault.Totp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The codes are those of RFC 6238, appendix B. */
class TotpTest {

    private static final String SHA_1 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private static final String SHA_256 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZA";

    @ParameterizedTest
    @CsvSource({"59, 94287082", "1111111109, 07081804", "1234567890, 89005924", "20000000000, 65353130"})
    void makesTheCodesOfTheStandard(long at, String code) {
        assertThat(code("otpauth://totp/Bank:us?secret=" + SHA_1 + "&digits=8&issuer=Bank", at)).isEqualTo(code);
    }

    @Test
    void readsAlgorithmDigitsAndPeriodOfAnAddress() {
        assertThat(code("otpauth://totp/Bank?digits=8&algorithm=SHA256&secret=" + SHA_256, 59)).isEqualTo("46119246");
        assertThat(code("otpauth://totp/Bank?period=60&secret=" + SHA_1, 119)).isEqualTo(code(SHA_1, 59));
    }

    @Test
    void readsASeedAsPeopleReadIt() {
        assertThat(code("gezd gnbv gy3t qojq gezd gnbv gy3t qojq", 59)).isEqualTo("287082");
        assertThat(code("GEZD-GNBV-GY3T-QOJQ-GEZD-GNBV-GY3T-QOJQ", 59)).isEqualTo("287082");
    }

    @ParameterizedTest
    @CsvSource({"'not a seed!'", "GEZDGNBV", "otpauth://hotp/Bank?secret=GEZDGNBVGY3TQOJQ&counter=1", "otpauth://totp/Bank?issuer=x"})
    void refusesWhatIsNoSeedWithoutSayingIt(String seed) {
        assertThatThrownBy(() -> code(seed, 59)).isInstanceOf(IllegalArgumentException.class)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(seed));
    }

    @Test
    void givesNoCodeThatIsAboutToEndAndNoneTwice() {
        var clock = new Running(Instant.ofEpochSecond(1_699_999_982));
        var accounts = new InMemoryPortalAccounts();
        var codes = new OneTimeCodes(accounts, clock);
        var us = account("us");
        var totp = Totp.of(Secret.of(SHA_1));
        long counter = totp.counter(clock.now);

        assertThat(text(codes.next(us, totp))).isEqualTo(text(totp.code(counter)));
        assertThat(text(new OneTimeCodes(accounts, clock).next(us, totp))).as("after a restart").isEqualTo(text(totp.code(counter + 1)));
        assertThat(clock.now).isAfterOrEqualTo(totp.start(counter + 1));
        clock.now = totp.start(counter + 8).minusSeconds(3);
        assertThat(text(codes.next(us, totp))).isEqualTo(text(totp.code(counter + 8)));
        assertThat(text(codes.next(account("them"), totp))).isEqualTo(text(totp.code(counter + 8)));
    }

    private static PortalAccount account(String tpp) {
        return new PortalAccount(tpp, "harbour", "live", "a@b.example", PortalAccount.secret(tpp, "harbour", "live", "password"), null, "portolan",
                Instant.EPOCH, null, null, false);
    }

    private static String code(String seed, long at) {
        var totp = Totp.of(Secret.of(seed));
        return text(totp.code(totp.counter(Instant.ofEpochSecond(at))));
    }

    private static String text(Secret secret) {
        return secret.reveal(CharSequence::toString);
    }

    /** A clock that goes on by a second whenever it is looked at. */
    private static final class Running extends Clock {

        private Instant now;

        Running(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            now = now.plusSeconds(1);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
