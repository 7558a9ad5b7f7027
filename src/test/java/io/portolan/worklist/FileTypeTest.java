package io.portolan.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FileTypeTest {

    @Test
    void knowsAFileByItsFirstBytes() {
        assertThat(FileType.of("%PDF-1.7 …".getBytes(StandardCharsets.UTF_8))).isEqualTo(FileType.PDF);
        assertThat(FileType.of(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0})).isEqualTo(FileType.PNG);
        assertThat(FileType.of(new byte[] {'P', 'K', 3, 4, 20, 0})).isEqualTo(FileType.ZIP);
        assertThat(FileType.of("-----BEGIN CERTIFICATE-----\nMIIB".getBytes(StandardCharsets.US_ASCII))).isEqualTo(FileType.TEXT);
    }

    @Test
    void takesWhatABrowserWouldRunForText() {
        assertThat(FileType.of("<!DOCTYPE html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)).mediaType()).isEqualTo("text/plain");
        assertThat(FileType.of("<svg onload='x'/>".getBytes(StandardCharsets.UTF_8)).mediaType()).isEqualTo("text/plain");
    }

    @Test
    void takesWhatIsNothingKnownForBytes() {
        assertThat(FileType.of(new byte[] {'M', 'Z', 0, 1, 2})).isEqualTo(FileType.OTHER);
        assertThat(FileType.of(new byte[] {(byte) 0xc3, (byte) 0x28})).isEqualTo(FileType.OTHER);
    }

    @Test
    void keepsOnlyTheLastPartOfAFilesName() {
        assertThat(Dossier.fileName("C:\\Users\\ada\\contract.pdf")).isEqualTo("contract.pdf");
        assertThat(Dossier.fileName("../../etc/passwd")).isEqualTo("passwd");
        assertThat(Dossier.fileName("a\"b\r\nSet-Cookie: x.txt")).isEqualTo("abSet-Cookie x.txt");
        assertThat(Dossier.fileName("..")).isEqualTo("file");
        assertThat(Dossier.fileName(null)).isEqualTo("file");
        assertThat(Dossier.fileName("x".repeat(300) + ".pdf")).hasSize(150).endsWith(".pdf");
    }
}
