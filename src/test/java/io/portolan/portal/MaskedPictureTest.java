package io.portolan.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class MaskedPictureTest {

    private static final int WIDTH = 60;
    private static final int HEIGHT = 40;

    @Test
    void paintsTheBoxAndTheMarginAroundItInOneColour() throws IOException {
        var painted = painted(1, new Box(10, 8, 20, 6));

        assertThat(colours(painted, 8, 6, 32, 16)).containsExactly(MaskedPicture.COLOUR.getRGB());
    }

    @Test
    void leavesEverythingElseAsItWas() throws IOException {
        var painted = painted(1, new Box(10, 8, 20, 6));

        for (int x = 0; x < WIDTH; x++) {
            for (int y = 0; y < HEIGHT; y++) {
                boolean isHidden = x >= 8 && x < 32 && y >= 6 && y < 16;
                assertThat(painted.getRGB(x, y)).as("%d, %d", x, y).isEqualTo(isHidden ? MaskedPicture.COLOUR.getRGB() : colourAt(x, y));
            }
        }
    }

    @Test
    void coversPixelsThatABoxOnlyTouches() throws IOException {
        var painted = painted(1, new Box(10.6, 8.4, 5.1, 3.2));

        assertThat(colours(painted, 8, 6, 18, 14)).containsExactly(MaskedPicture.COLOUR.getRGB());
        assertThat(painted.getRGB(7, 6)).isEqualTo(colourAt(7, 6));
        assertThat(painted.getRGB(18, 13)).isEqualTo(colourAt(18, 13));
    }

    @Test
    void countsInThePixelsOfASharpScreen() throws IOException {
        var painted = painted(2, new Box(10, 8, 4, 2));

        assertThat(colours(painted, 16, 12, 32, 24)).containsExactly(MaskedPicture.COLOUR.getRGB());
        assertThat(painted.getRGB(15, 12)).isEqualTo(colourAt(15, 12));
        assertThat(painted.getRGB(32, 23)).isEqualTo(colourAt(32, 23));
    }

    @Test
    void hidesEachOfSeveralBoxesAndWhatReachesOverTheEdge() throws IOException {
        var painted = painted(1, new Box(-5, -5, 9, 9), new Box(55, 35, 50, 50), new Box(30, 20, 1, 1));

        assertThat(colours(painted, 0, 0, 6, 6)).containsExactly(MaskedPicture.COLOUR.getRGB());
        assertThat(colours(painted, 53, 33, WIDTH, HEIGHT)).containsExactly(MaskedPicture.COLOUR.getRGB());
        assertThat(colours(painted, 28, 18, 33, 23)).containsExactly(MaskedPicture.COLOUR.getRGB());
        assertThat(painted.getRGB(40, 10)).isEqualTo(colourAt(40, 10));
    }

    @Test
    void hidesWhatWasPartlyTransparentToo() throws IOException {
        var glass = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        glass.setRGB(12, 10, new Color(200, 10, 10, 120).getRGB());

        var painted = read(MaskedPicture.of(png(glass), List.of(new Box(10, 8, 4, 4)), 1));

        assertThat(painted.getRGB(12, 10)).isEqualTo(MaskedPicture.COLOUR.getRGB());
    }

    @Test
    void keepsNothingOfThePictureButItsPixels() throws IOException {
        var withText = withText(png(pattern()), "Title\0typed-in-the-page");
        assertThat(text(withText)).contains("typed-in-the-page");

        assertThat(text(MaskedPicture.of(withText, List.of(new Box(1, 1, 1, 1)), 1))).doesNotContain("typed-in-the-page");
    }

    @Test
    void givesAPictureBackAsItIsWhereNothingIsToBeHidden() throws IOException {
        var png = png(pattern());

        assertThat(MaskedPicture.of(png, List.of(), 1)).isSameAs(png);
    }

    @Test
    void rejectsWhatIsNoPictureRatherThanKeepItUnmasked() {
        var noPicture = "no picture".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> MaskedPicture.of(noPicture, List.of(new Box(0, 0, 1, 1)), 1)).isInstanceOf(IOException.class);
    }

    private static BufferedImage painted(double scale, Box... boxes) throws IOException {
        return read(MaskedPicture.of(png(pattern()), List.of(boxes), scale));
    }

    /** A picture in which no two pixels are alike, so that every one that changes is seen. */
    private static BufferedImage pattern() {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < WIDTH; x++) {
            for (int y = 0; y < HEIGHT; y++) {
                image.setRGB(x, y, colourAt(x, y));
            }
        }
        return image;
    }

    private static int colourAt(int x, int y) {
        return new Color(x * 4, y * 6, 7).getRGB();
    }

    private static Set<Integer> colours(BufferedImage image, int left, int top, int right, int bottom) {
        var colours = new HashSet<Integer>();
        for (int x = left; x < right; x++) {
            for (int y = top; y < bottom; y++) {
                colours.add(image.getRGB(x, y));
            }
        }
        return colours;
    }

    private static byte[] png(BufferedImage image) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static String text(byte[] png) {
        return new String(png, StandardCharsets.ISO_8859_1);
    }

    /** The picture with a chunk of text behind its header. */
    private static byte[] withText(byte[] png, String text) throws IOException {
        int endOfHeader = 8 + 4 + 4 + 13 + 4;
        var chunk = ("tEXt" + text).getBytes(StandardCharsets.ISO_8859_1);
        var sum = new java.util.zip.CRC32();
        sum.update(chunk);
        var out = new ByteArrayOutputStream();
        out.write(png, 0, endOfHeader);
        out.write(java.nio.ByteBuffer.allocate(4).putInt(chunk.length - 4).array());
        out.write(chunk);
        out.write(java.nio.ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
        out.write(png, endOfHeader, png.length - endOfHeader);
        return out.toByteArray();
    }
}
