package io.portolan.api;

import java.net.URI;
import org.springframework.web.util.UriComponentsBuilder;

/** Where something of ours is, whatever its id is made of. */
final class Address {

    private Address() {
    }

    static URI of(String path) {
        return UriComponentsBuilder.fromPath(path).build().encode().toUri();
    }
}
