package io.portolan.playbook;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;

/**
 * A bank that nobody here had heard of before a person named it.
 *
 * @param version how often it was corrected
 * @param correctedBy who has corrected it last, or null as {@code correctedAt} where nobody has
 */
public record NamedBank(NewBank bank, String namedBy, Instant namedAt, long version, String correctedBy, Instant correctedAt) {

    /** What is known of it: what the person has said. */
    KnownBank known() {
        var said = new HashMap<String, Object>();
        said.put("bank", bank.id());
        said.put("name", bank.name());
        said.put("countries", List.of(bank.country()));
        said.put("portal", bank.portal());
        said.put("registration", new KnownBank.Way(List.of(), List.of(), List.of(), List.of()));
        said.put("missing", List.of("All but its name: nobody here has read yet how one registers at this bank."));
        said.put("sources", List.of("named by " + namedBy + " on " + day(namedAt) + (correctedBy == null ? "" : ", corrected by " + correctedBy + " on " + day(correctedAt))));
        said.put("checkedOn", day(correctedAt == null ? namedAt : correctedAt));
        said.put("confidence", Playbook.Confidence.BY_HAND_UNVERIFIED);
        return Records.of(KnownBank.class, said);
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
