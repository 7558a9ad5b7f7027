package io.portolan.certificate;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The ids of the national authorities, as the European Banking Authority's list of 2 February 2023 (version 4) has them, and those of earlier
 * lists that certificates still have. New ones come; so an id that is not among them is only told of.
 */
final class Authorities {

    private static final Set<String> LISTED = listed("AT-FMA BE-NBB BG-BNB HR-HNB CY-CBC CZ-CNB DK-DFSA EE-FI FI-FINFSA FR-ACPR DE-BAFIN GR-BOG"
            + " HU-CBH IS-CBI IE-CBI IT-BI LI-FMA LV-BL LT-BL LU-CSSF NO-FSA MT-MFSA NL-DNB PL-PFSA PT-BP RO-NBR SK-NBS SI-BS ES-BE SE-FINA");
    private static final Set<String> FORMER = listed("HR-CNB IS-FME LV-FCMC GB-FCA ES-BDE");

    private Authorities() {
    }

    /** The id of a country's authority; null where none is listed. */
    static String of(String country) {
        return country == null ? null : LISTED.stream().filter(id -> id.startsWith(country + "-")).findFirst().orElse(null);
    }

    static boolean isListed(String id) {
        return LISTED.contains(id);
    }

    static boolean isFormer(String id) {
        return FORMER.contains(id);
    }

    private static Set<String> listed(String ids) {
        return Arrays.stream(ids.split(" ")).collect(Collectors.toUnmodifiableSet());
    }
}
