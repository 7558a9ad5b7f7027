package io.portolan.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ThumbnailTest {

    @Test
    void showsTheTopOfALongPageSmall() throws IOException {
        var page = new BufferedImage(1366, 4000, BufferedImage.TYPE_INT_RGB);
        var pen = page.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 1366, 910);
        pen.dispose();

        var small = ImageIO.read(new ByteArrayInputStream(Thumbnail.of(png(page))));

        assertThat(small.getWidth()).isEqualTo(Thumbnail.WIDTH);
        assertThat(small.getHeight()).isBetween(Thumbnail.HEIGHT - 1, Thumbnail.HEIGHT);
        assertThat(new Color(small.getRGB(280, 185)).getGreen()).isGreaterThan(240);
    }

    @Test
    void takesAPictureOfOnePoint() throws IOException {
        assertThat(Thumbnail.of(png(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)))).isNotEmpty();
    }

    @Test
    void refusesWhatIsNoPicture() {
        assertThatIllegalArgumentException().isThrownBy(() -> Thumbnail.of(new byte[] {1, 2, 3}));
    }

    private static byte[] png(BufferedImage image) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
