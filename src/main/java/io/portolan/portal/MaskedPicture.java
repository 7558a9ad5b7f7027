package io.portolan.portal;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;

/** Paints boxes of a picture over, in one colour and before anything of it is kept. */
final class MaskedPicture {

    /** What is hidden has this colour, whatever it was. */
    static final Color COLOUR = new Color(0x2F, 0x3E, 0x4E);
    /** Glyphs and focus rings reach a little over the box of their element. */
    private static final double MARGIN = 2;

    private MaskedPicture() {
    }

    /**
     * The picture without what is in the boxes.
     *
     * @param png the picture of the whole window
     * @param scale how many pixels of the picture make one CSS pixel
     * @throws IOException if the picture cannot be read
     */
    static byte[] of(byte[] png, List<Box> boxes, double scale) throws IOException {
        if (boxes.isEmpty()) {
            return png;
        }
        var image = ImageIO.read(new ByteArrayInputStream(png));
        if (image == null) {
            throw new IOException("this is no picture");
        }
        var painted = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        var brush = painted.createGraphics();
        try {
            brush.drawImage(image, 0, 0, null);
            brush.setColor(COLOUR);
            for (var box : boxes) {
                int left = (int) Math.floor((box.left() - MARGIN) * scale);
                int top = (int) Math.floor((box.top() - MARGIN) * scale);
                int right = (int) Math.ceil((box.left() + box.width() + MARGIN) * scale);
                int bottom = (int) Math.ceil((box.top() + box.height() + MARGIN) * scale);
                brush.fillRect(left, top, right - left, bottom - top);
            }
        } finally {
            brush.dispose();
        }
        var out = new ByteArrayOutputStream(png.length);
        ImageIO.write(painted, "png", out);
        return out.toByteArray();
    }
}
