package io.portolan.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.refusal.CannotStart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeySourceTest {

    @TempDir
    Path folder;

    @Test
    void makesAFileForTheOwnerAloneAtTheVeryFirstStartAndReadsItAfterwards() throws Exception {
        var file = folder.resolve("keys/master.key");

        var made = new MasterKeySource(new VaultSettings(null, file)).keys(true);
        var read = new MasterKeySource(new VaultSettings(null, file)).keys(false);

        assertThat(read.ids()).isEqualTo(made.ids()).hasSize(1);
        assertThat(Base64.getDecoder().decode(Files.readString(file).strip())).hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent()))).isEqualTo("rwx------");
    }

    @Test
    void makesNoSecondKeyForAVaultThatHasOne() {
        var file = folder.resolve("master.key");

        assertThatThrownBy(() -> new MasterKeySource(new VaultSettings(null, file)).keys(false))
                .isInstanceOf(CannotStart.class).hasMessageContaining("is missing").hasMessageContaining(file.toString());
        assertThat(file).doesNotExist();
    }

    @Test
    void prefersTheKeyInTheSettingsAndMakesNoFile() {
        var file = folder.resolve("master.key");

        var keys = new MasterKeySource(new VaultSettings(Secret.of(TestVaults.text(3)), file)).keys(true);

        assertThat(keys.primary()).isEqualTo(TestVaults.keys(3).primary());
        assertThat(file).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no base64 at all!", "c2hvcnQ=", "", "AAAA"})
    void refusesWhatIsNoKeyWithoutRepeatingIt(String text) throws Exception {
        var file = Files.writeString(folder.resolve("master.key"), text);

        assertThatThrownBy(() -> new MasterKeySource(new VaultSettings(null, file)).keys(false))
                .isInstanceOf(CannotStart.class).hasMessageContaining("is not 32 bytes in base64").hasNoCause();
    }

    @Test
    void readsSeveralKeysOfWhichTheFirstEncrypts() {
        assertThat(TestVaults.keys(1, 2).ids()).containsExactly(TestVaults.keys(1).primary(), TestVaults.keys(2).primary());
        assertThat(TestVaults.keys(2, 1).primary()).isEqualTo(TestVaults.keys(2).primary());
    }
}
