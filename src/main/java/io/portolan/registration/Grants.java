package io.portolan.registration;

import io.portolan.playbook.Service;
import java.time.Instant;
import java.util.List;

/** Which services banks have granted, and from when. */
public interface Grants {

    /** Those of a registration, by service. */
    List<Grant> of(String registration);

    /** A service that was granted, and from when it may be used, or null for at once. */
    record Grant(Service service, Instant from) { }
}
