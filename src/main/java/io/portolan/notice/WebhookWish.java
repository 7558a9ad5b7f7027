package io.portolan.notice;

import java.util.List;

/**
 * What a webhook is to be.
 *
 * @param types words of types; none for all
 * @param tpps ids of TPPs; none for all
 */
public record WebhookWish(String name, String url, List<String> types, List<String> tpps) {

    /** What is missing is none. */
    public WebhookWish {
        types = types == null ? List.of() : List.copyOf(types);
        tpps = tpps == null ? List.of() : List.copyOf(tpps);
    }
}
