package io.portolan.registration;

import io.portolan.playbook.Service;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Which services banks have granted, and from when. */
public interface Grants {

    /** Those of a registration, by service. */
    List<Grant> of(String registration);

    /** Those of each of these registrations, by its id; of one that has none nothing is told. */
    Map<String, List<Grant>> ofEach(Collection<String> registrations);

    /** A service that was granted, and from when it may be used, or null for at once. */
    record Grant(Service service, Instant from) { }
}
