package io.portolan.playbook;

/**
 * Something wrong in a playbook.
 *
 * @param line the line, from 1
 * @param column the column, from 1
 * @param path where in the document, such as {@code environments.test.routes[0].legs[1].by}
 * @param message what is wrong and what would be right
 * @param suggestion the nearest valid name, or null
 */
public record Problem(String file, int line, int column, String path, String message, String suggestion) {

    /** The id of the bank that the file is for, by its name. */
    public String bank() {
        return file.endsWith(".yaml") ? file.substring(0, file.length() - ".yaml".length()) : file;
    }

    @Override
    public String toString() {
        var hint = suggestion == null ? "" : "; did you mean \"" + suggestion + "\"?";
        return file + ":" + line + ":" + column + " " + (path.isEmpty() ? "" : path + ": ") + message + hint;
    }
}
