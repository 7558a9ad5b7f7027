package io.portolan.api;

import io.portolan.registration.Adoption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** How a registration was taken in that existed before us. */
record AdoptionView(LocalDate registeredOn, LocalDate liveSince, String means, String madeBy, List<String> certificates, List<String> redirectUris, String adoptedBy,
        String proof, String proofNote, Instant proofTriedAgainAt) {

    static AdoptionView of(Adoption adoption) {
        var origin = adoption.origin();
        return new AdoptionView(origin.registeredOn(), origin.liveSince(), Words.of(origin.means()), origin.madeBy(), origin.certificates(), origin.redirectUris(),
                adoption.by(), Words.of(adoption.proof()), adoption.proofNote(), adoption.nextTry());
    }
}
