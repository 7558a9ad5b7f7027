package io.portolan.rehearsal;

import java.time.LocalDate;

/**
 * That a version of a playbook was walked by all of its signs and nothing was wrong with it.
 *
 * @param version the hash of the playbook's file
 * @param on the day
 * @param by which Portolan, or who of us asked for it
 */
public record KeptRehearsal(String bank, String version, LocalDate on, String by) {

    static KeptRehearsal read(String line) {
        var parts = line.split(",");
        return new KeptRehearsal(parts[0], parts[1], LocalDate.parse(parts[2]), parts[3]);
    }

    String written() {
        return String.join(",", bank, version, on.toString(), by);
    }
}
