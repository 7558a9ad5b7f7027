package io.portolan.console;

import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** The top of a page's picture, small enough that a page can show many of them. */
final class Thumbnail {

    static final int WIDTH = 288;
    static final int HEIGHT = 192;

    private Thumbnail() {
    }

    /** A JPEG of this picture; throws IllegalArgumentException for what is none. */
    static byte[] of(byte[] picture) {
        try {
            var whole = ImageIO.read(new ByteArrayInputStream(picture));
            if (whole == null) {
                throw new IllegalArgumentException("this is no picture");
            }
            int height = Math.max(1, Math.min(whole.getHeight(), whole.getWidth() * HEIGHT / WIDTH));
            var top = whole.getSubimage(0, 0, whole.getWidth(), height);
            var small = new BufferedImage(WIDTH, Math.max(1, height * WIDTH / whole.getWidth()), BufferedImage.TYPE_INT_RGB);
            var pen = small.createGraphics();
            pen.drawImage(top.getScaledInstance(small.getWidth(), small.getHeight(), Image.SCALE_AREA_AVERAGING), 0, 0, null);
            pen.dispose();
            var out = new ByteArrayOutputStream();
            ImageIO.write(small, "jpeg", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
