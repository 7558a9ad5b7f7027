package io.portolan.portal;

import java.util.List;

/**
 * What a page says of itself.
 *
 * @param status the HTTP status that it came with; 0 where the browser does not tell
 * @param text its text as a person sees it
 * @param named what can be read or worked with, by name; filled on request only
 * @param skeleton its elements without any text; filled on request only
 */
record Page(String url, String title, int status, String text, boolean captcha, List<Named> named,
        List<String> skeleton) {

    /** A heading, field, button or link. */
    record Named(String kind, String name) { }

    /** What it calls out to its reader; empty where it does not, or was not read in detail. */
    String alerts() {
        return String.join(" ", named.stream().filter(each -> each.kind().equals("alert")).map(Named::name).distinct().toList());
    }

    /** Whether the bank's server, and not our way of using it, is at fault. */
    boolean isOutOfOrder() {
        return status >= 500 || status == 429 || status == 408;
    }
}
