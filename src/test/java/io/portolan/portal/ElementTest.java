package io.portolan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.playbook.Hosts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ElementTest {

    private final Hosts hosts = new Hosts(List.of("portal.bank.example"));

    @Test
    void isTheBanksOnlyWherePageAndFrameAre() {
        var ours = "https://portal.bank.example/form";
        assertThat(new At(ours, ours).isOn(hosts)).isTrue();
        assertThat(new At(ours, "about:srcdoc").isOn(hosts)).isTrue();
        assertThat(new At(ours, "https://evil.example/form").isOn(hosts)).isFalse();
        assertThat(new At("https://evil.example/", ours).isOn(hosts)).isFalse();
        assertThat(new At("about:blank", "about:blank").isOn(hosts)).isFalse();
    }

    /** An element of which only its place counts. */
    private record At(String topUrl, String frameUrl) implements Element {

        @Override
        public boolean roll() {
            return false;
        }

        @Override
        public Optional<Held> held() {
            return Optional.empty();
        }

        @Override
        public Optional<Held> left() {
            return Optional.empty();
        }

        @Override
        public boolean isOn() {
            return false;
        }

        @Override
        public boolean isExact() {
            return true;
        }

        @Override
        public boolean isOpen() {
            return false;
        }

        @Override
        public boolean isBehindCaptcha() {
            return false;
        }

        @Override
        public void typeCode(CharSequence code) {
            type(code);
        }

        @Override
        public String value() {
            return "";
        }

        @Override
        public String href() {
            return null;
        }

        @Override
        public void type(CharSequence text) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void click() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close(Closing how) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void upload(Path file) {
            throw new UnsupportedOperationException();
        }
    }
}
