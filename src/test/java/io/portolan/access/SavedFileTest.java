package io.portolan.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SavedFileTest {

    @Test
    void isSavedUnderItsNameAndRunsNothing() {
        var answer = SavedFile.of("Übersicht <1>.html", "text/html", new byte[] {1});

        assertThat(answer.getHeaders().getContentDisposition().isAttachment()).isTrue();
        assertThat(answer.getHeaders().getContentDisposition().getFilename()).isEqualTo("Übersicht <1>.html");
        assertThat(answer.getHeaders().getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeaders().getFirst("Content-Security-Policy")).contains("sandbox");
        assertThat(answer.getHeaders().getCacheControl()).isEqualTo("no-store");
    }
}
