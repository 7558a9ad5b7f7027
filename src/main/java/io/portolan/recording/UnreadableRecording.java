package io.portolan.recording;

/** What makes a file no recording, and where; it quotes nothing of the file. */
public final class UnreadableRecording extends Exception {

    private final int line;
    private final int column;

    UnreadableRecording(int line, int column, String message) {
        super(message);
        this.line = line;
        this.column = column;
    }

    /** The line, from 1. */
    public int line() {
        return line;
    }

    /** The column, from 1. */
    public int column() {
        return column;
    }

    /** The answer, with the name of the file. */
    public String in(String file) {
        return file + ":" + line + ":" + column + ": " + getMessage();
    }
}
