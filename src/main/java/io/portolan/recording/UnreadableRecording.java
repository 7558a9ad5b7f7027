package io.portolan.recording;

/** What makes a file no recording, and where; it quotes nothing of the file. */
public final class UnreadableRecording extends Exception {

    private final int line;
    private final int column;
    private final int recording;

    UnreadableRecording(int line, int column, String message) {
        this(line, column, message, 0);
    }

    private UnreadableRecording(int line, int column, String message, int recording) {
        super(message);
        this.line = line;
        this.column = column;
        this.recording = recording;
    }

    /** The same, of that recording among several, from 0. */
    UnreadableRecording ofRecording(int which) {
        return new UnreadableRecording(line, column, getMessage(), which);
    }

    /** Which of several recordings it is, from 0. */
    public int recording() {
        return recording;
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
