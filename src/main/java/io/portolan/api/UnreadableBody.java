package io.portolan.api;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** Says why the body of a request cannot be read, and where; it never repeats what stands there, which may be a secret. */
final class UnreadableBody {

    private UnreadableBody() {
    }

    static ProblemDetail problem(HttpMessageNotReadableException unreadable) {
        for (Throwable cause = unreadable.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof StreamConstraintsException) {
                return Problems.problem(HttpStatus.PAYLOAD_TOO_LARGE, "body-too-large", "The body is larger than anything that is taken here.");
            }
        }
        if (unreadable.getCause() instanceof ApiText.Wrong wrong) {
            var problem = Problems.problem(HttpStatus.UNPROCESSABLE_ENTITY, "invalid-values", path(wrong) + " cannot be taken as it is: it " + wrong.getOriginalMessage() + ".");
            problem.setProperty("fields", Map.of(path(wrong), wrong.getOriginalMessage()));
            return problem;
        }
        if (unreadable.getCause() instanceof UnrecognizedPropertyException unknown) {
            return unknownField(unknown);
        }
        if (unreadable.getCause() instanceof MismatchedInputException mismatched && !path(mismatched).isEmpty()) {
            return wrongType(mismatched);
        }
        if (unreadable.getCause() instanceof JsonProcessingException malformed) {
            var problem = Problems.problem(HttpStatus.BAD_REQUEST, "malformed-json",
                    "The body is no JSON that can be read" + at(malformed.getLocation()) + ".");
            place(problem, malformed.getLocation());
            return problem;
        }
        return Problems.problem(HttpStatus.BAD_REQUEST, "missing-body", "This call needs a JSON object as its body.");
    }

    private static ProblemDetail unknownField(UnrecognizedPropertyException unknown) {
        var known = unknown.getKnownPropertyIds().stream().map(String::valueOf).sorted().toList();
        var nearest = nearest(unknown.getPropertyName(), known);
        var sentence = "There is no field " + path(unknown) + "; "
                + (nearest == null ? "there are " + String.join(", ", known) : "did you mean " + nearest + "?");
        var problem = Problems.problem(HttpStatus.BAD_REQUEST, "unknown-field", sentence);
        problem.setProperty("field", path(unknown));
        problem.setProperty("knownFields", known);
        if (nearest != null) {
            problem.setProperty("nearest", nearest);
        }
        // no line: where records are read, the parser is at the end of the object when it tells
        return problem;
    }

    private static ProblemDetail wrongType(MismatchedInputException mismatched) {
        var wanted = wanted(mismatched.getTargetType());
        var problem = Problems.problem(HttpStatus.BAD_REQUEST, "wrong-type",
                path(mismatched) + " must be " + wanted + at(mismatched.getLocation()) + ".");
        problem.setProperty("fields", Map.of(path(mismatched), wanted));
        place(problem, mismatched.getLocation());
        return problem;
    }

    private static String wanted(Class<?> type) {
        if (type == null) {
            return "of another type";
        }
        if (type == String.class) {
            return "a text";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number";
        }
        if (type == Instant.class) {
            return "a date and time such as 2026-11-22T09:00:00Z";
        }
        if (type == LocalDate.class) {
            return "a date such as 2026-11-22";
        }
        return Collection.class.isAssignableFrom(type) ? "a list" : "an object";
    }

    private static String path(JsonMappingException broken) {
        return broken.getPath().stream()
                .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : part.getFieldName())
                .collect(Collectors.joining(".")).replace(".[", "[");
    }

    private static String at(JsonLocation location) {
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static void place(ProblemDetail problem, JsonLocation location) {
        if (location != null) {
            problem.setProperty("line", location.getLineNr());
            problem.setProperty("column", location.getColumnNr());
        }
    }

    /** The known name that takes the fewest edits from what was written, where that is less than half of it. */
    static String nearest(String written, Collection<String> known) {
        return known.stream().min(Comparator.comparingInt(name -> edits(written, name)))
                .filter(name -> edits(written, name) <= Math.max(2, written.length() / 2)).orElse(null);
    }

    private static int edits(String from, String to) {
        var row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                boolean same = Character.toLowerCase(from.charAt(i - 1)) == Character.toLowerCase(to.charAt(j - 1));
                int here = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1));
                diagonal = row[j];
                row[j] = here;
            }
        }
        return row[to.length()];
    }
}
