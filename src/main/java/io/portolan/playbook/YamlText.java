package io.portolan.playbook;

/** Writes texts of people into YAML, whatever they hold: none of it can become anything but that text. */
public final class YamlText {

    private YamlText() { }

    /** The text as a scalar in double quotes; what would be a place of a template is written apart. */
    public static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.replace("{{", "{ {").replace("}}", "} }").codePoints().forEach(each -> {
            switch (each) {
                case '"', '\\' -> quoted.append('\\').appendCodePoint(each);
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (each < 0x20 || each >= 0x7f && each < 0xa0 || each == 0x2028 || each == 0x2029 || each == 0xfeff || each >= 0xfffe) {
                        quoted.append(' ');
                    } else {
                        quoted.appendCodePoint(each);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
