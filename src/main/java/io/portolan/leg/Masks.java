package io.portolan.leg;

import java.util.List;

/** The secrets that must not show in anything that is kept. */
public interface Masks {

    /** Learns of another secret. */
    void add(CharSequence secret);

    /** The text with every known secret replaced by dots, in plain, Base64, URL-encoded, JSON- and HTML-escaped form. */
    String masked(String text);

    /** The known secrets in plain, for finding where a page shows them; never to be kept or logged. */
    List<CharSequence> values();
}
