package io.portolan.tpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.portolan.refusal.Refused;
import io.portolan.tpp.Tpps.Document;
import io.portolan.tpp.Tpps.Document.Kind;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 9 9\">";

    @Test
    void knowsAFileByItsContent() {
        assertThat(taken(Kind.LICENCE, "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII))).isEqualTo("application/pdf");
        assertThat(taken(Kind.LOGO, picture("png", 64, 32))).isEqualTo("image/png");
        assertThat(taken(Kind.LOGO, picture("jpeg", 64, 32))).isEqualTo("image/jpeg");
        assertThat(taken(Kind.REGISTER_EXTRACT, picture("png", 5_000, 10))).isEqualTo("image/png");
        assertThat(taken(Kind.LOGO, ("\uFEFF<?xml version=\"1.0\"?><!-- a lamp -->" + SVG + "<path d=\"M0 0h9\" fill=\"url(#g)\"/></svg>").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("image/svg+xml");
    }

    @Test
    void refusesWhatIsSomethingElseThanItsNameSays() {
        assertThat(wrong(Kind.LICENCE, "<html>".getBytes(StandardCharsets.UTF_8)).get("file")).contains("neither PDF nor PNG nor JPEG");
        assertThat(wrong(Kind.LICENCE, (SVG + "</svg>").getBytes(StandardCharsets.UTF_8)).get("file")).contains("neither PDF nor PNG nor JPEG");
        assertThat(wrong(Kind.LOGO, "%PDF-1.7".getBytes(StandardCharsets.UTF_8)).get("file")).contains("neither PNG nor JPEG nor SVG");
        assertThat(wrong(Kind.LOGO, new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 1, 2}).get("file")).contains("cannot be read");
    }

    @Test
    void refusesLogosOfASizeThatNoPageShows() {
        assertThat(wrong(Kind.LOGO, picture("png", 15, 64)).get("file")).contains("15 x 64 pixels", "16 to 4096");
        assertThat(wrong(Kind.LOGO, picture("png", 4_097, 20)).get("file")).contains("4097 x 20");
        assertThat(wrong(Kind.LOGO, new byte[1_000_001]).get("file")).contains("at most 1 MB");
        assertThat(wrong(Kind.OTHER, new byte[10_000_001]).get("file")).contains("at most 10 MB");
        assertThat(wrong(Kind.OTHER, new byte[0]).get("file")).contains("empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "<g onload='x()'/>", "<image xlink:href='https://elsewhere.example/a.png'/>", "<use href='other.svg#a'/>",
        "<foreignObject/>", "<style>@import 'a.css';</style>", "<rect style=\"fill:url(https://elsewhere.example/a)\"/>", "<a href='javascript:x()'/>", "<rect fill='&lamp;'/>", "<g>"})
    void refusesDrawingsThatRunOrFetchSomething(String inside) {
        assertThat(wrong(Kind.LOGO, (SVG + inside + "</svg>").getBytes(StandardCharsets.UTF_8))).containsOnlyKeys("file");
    }

    @Test
    void refusesAnSvgOfAnotherNamespace() {
        assertThat(wrong(Kind.LOGO, "<svg></svg>".getBytes(StandardCharsets.UTF_8)).get("file")).contains("namespace");
        assertThat(wrong(Kind.LOGO, "<a><svg/></a>".getBytes(StandardCharsets.UTF_8)).get("file")).contains("namespace");
    }

    @Test
    void refusesWhatHasNoNameOrKindOrHasExpired() {
        var refused = catchThrowableOfType(Refused.class, () -> DocumentRules.check(new Document("My licence", null, null, null, new byte[0], TODAY.minusDays(1)), TODAY));

        assertThat(refused.code()).isEqualTo("invalid-document");
        assertThat(refused.about()).containsOnlyKeys("name", "kind", "file", "expiresOn");
        assertThat(new Document("a", Kind.OTHER, "a", null, null, TODAY).isExpired(TODAY)).isFalse();
    }

    private static String taken(Kind kind, byte[] content) {
        return DocumentRules.check(new Document("a", kind, "a.bin", "text/html", content, TODAY), TODAY);
    }

    private static Map<String, String> wrong(Kind kind, byte[] content) {
        return catchThrowableOfType(Refused.class, () -> taken(kind, content)).about();
    }

    private static byte[] picture(String format, int width, int height) {
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
