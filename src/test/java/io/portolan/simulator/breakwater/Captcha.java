package io.portolan.simulator.breakwater;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Random;
import javax.imageio.ImageIO;

/** A picture of digits that a person reads; drawn without fonts, which a bare machine does not have. */
final class Captcha {

    private static final int DIGITS = 6;
    private static final int DOT = 5;
    private static final String[] SHAPES = {
        "01110100011001110101110011000101110", "00100011000010000100001000010001110", "01110100010000100010001000100011111",
        "11111000100010000010000011000101110", "00010001100101010010111110001000010", "11111100001111000001000011000101110",
        "00110010001000011110100011000101110", "11111000010001000100010000100001000", "01110100011000101110100011000101110",
        "01110100011000101111000010001001100"};
    private static final Random DICE = new SecureRandom();

    private Captcha() { }

    /** Digits that have not been seen before. */
    static String digits() {
        return "%06d".formatted(DICE.nextInt(1_000_000));
    }

    /** The picture of these digits as PNG, each a little out of place and under dots. */
    static byte[] picture(String digits) {
        var picture = new BufferedImage(DIGITS * 7 * DOT, 12 * DOT, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < picture.getWidth(); x++) {
            for (int y = 0; y < picture.getHeight(); y++) {
                picture.setRGB(x, y, DICE.nextInt(9) == 0 ? 0x7aa0b0 : 0xf4f1ea);
            }
        }
        for (int i = 0; i < digits.length(); i++) {
            draw(picture, SHAPES[digits.charAt(i) - '0'], i * 7 * DOT + DICE.nextInt(DOT), DICE.nextInt(4 * DOT));
        }
        var written = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", written);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written.toByteArray();
    }

    private static void draw(BufferedImage picture, String shape, int left, int top) {
        for (int cell = 0; cell < shape.length(); cell++) {
            if (shape.charAt(cell) == '1') {
                fill(picture, left + cell % 5 * DOT, top + cell / 5 * DOT);
            }
        }
    }

    private static void fill(BufferedImage picture, int left, int top) {
        for (int x = left; x < Math.min(left + DOT, picture.getWidth()); x++) {
            for (int y = top; y < Math.min(top + DOT, picture.getHeight()); y++) {
                picture.setRGB(x, y, 0x0b3954);
            }
        }
    }
}
