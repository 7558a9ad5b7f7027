package io.portolan.console;

import java.beans.PropertyEditorSupport;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Days as forms send them; a year that was mistyped, such as 0206 or 20266, is none of ours. */
final class Days extends PropertyEditorSupport {

    private static final int EARLIEST = 1990;
    private static final int LATEST = 2199;

    /** The day; empty where what was typed is none that can be meant. */
    static Optional<LocalDate> read(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip())).filter(day -> day.getYear() >= EARLIEST && day.getYear() <= LATEST);
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    /** What is no such day ends the request before anything is done, see {@link ConsoleAdvice}. */
    @Override
    public void setAsText(String typed) {
        setValue(typed == null || typed.isBlank() ? null : read(typed).orElseThrow(() -> new IllegalArgumentException("no day")));
    }
}
