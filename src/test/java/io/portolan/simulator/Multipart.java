package io.portolan.simulator;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The fields and files of a form sent as {@code multipart/form-data} (RFC 7578). */
public record Multipart(Map<String, String> fields, Map<String, Part> files) {

    static final Multipart NONE = new Multipart(Map.of(), Map.of());
    private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("\\bfilename=\"([^\"]*)\"");

    /** A file of the form. */
    public record Part(String fileName, byte[] content) {

        /** The media type by the first bytes, since a name or a header proves nothing; null where it is no picture. */
        public String pictureType() {
            if (startsWith(0x89, 'P', 'N', 'G')) {
                return "image/png";
            }
            return startsWith(0xFF, 0xD8, 0xFF) ? "image/jpeg" : null;
        }

        private boolean startsWith(int... first) {
            for (int i = 0; i < first.length; i++) {
                if (i >= content.length || (content[i] & 0xFF) != first[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    static Multipart read(String contentType, byte[] body) {
        var boundary = contentType.replaceFirst(".*boundary=\"?([^\";]+).*", "$1");
        // In ISO 8859-1 each byte is one character, so nothing of a file is lost on the way through a string.
        var text = new String(body, StandardCharsets.ISO_8859_1);
        var fields = new HashMap<String, String>();
        var files = new HashMap<String, Part>();
        for (var piece : ("\r\n" + text).split(Pattern.quote("\r\n--" + boundary))) {
            int end = piece.indexOf("\r\n\r\n");
            var name = NAME.matcher(piece);
            if (end < 0 || !name.find() || name.start() > end) {
                continue;
            }
            var content = piece.substring(end + 4).getBytes(StandardCharsets.ISO_8859_1);
            var file = FILE_NAME.matcher(piece.substring(0, end));
            if (file.find()) {
                files.put(name.group(1), new Part(file.group(1), content));
            } else {
                fields.put(name.group(1), new String(content, StandardCharsets.UTF_8));
            }
        }
        return new Multipart(fields, files);
    }
}
