package io.portolan.tool;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/** Runs the tools within the test, on 30 November 2026. */
final class Tools {

    /** How a tool has ended and what it said. */
    record Said(int code, String out, String err) { }

    private Tools() { }

    static Said run(Object... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        var arguments = Stream.concat(Stream.of("playbook"), Stream.of(words).map(Object::toString)).toArray(String[]::new);
        var code = PlaybookTool.run(Clock.fixed(Instant.parse("2026-11-30T00:00:00Z"), ZoneOffset.UTC), new PrintWriter(out), new PrintWriter(err), arguments);
        return new Said(code, out.toString(), err.toString());
    }
}
