package io.portolan.console;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;

/** A text as a QR code: its width in squares, and the dark ones as the path of an SVG. */
record QrPicture(int width, String path) {

    static QrPicture of(String text) {
        try {
            var squares = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, 4));
            var path = new StringBuilder();
            for (int y = 0; y < squares.getHeight(); y++) {
                for (int x = 0; x < squares.getWidth(); x++) {
                    if (squares.get(x, y)) {
                        path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                    }
                }
            }
            return new QrPicture(squares.getWidth(), path.toString());
        } catch (WriterException e) {
            throw new IllegalStateException("this text is short enough for a QR code", e);
        }
    }

    /** Leaves out what is drawn. */
    @Override
    public String toString() {
        return "QrPicture[width=" + width + "]";
    }
}
