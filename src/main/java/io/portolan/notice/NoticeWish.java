package io.portolan.notice;

import java.util.List;

/**
 * What somebody wishes to be told of by mail.
 *
 * @param address null or blank for none
 * @param atOnce words of types
 * @param daily words of types
 * @param hour 0 to 23; 8 where it is null
 * @param zone the name of a time zone, such as Europe/Berlin; Europe/Brussels where it is null
 */
public record NoticeWish(String address, List<String> atOnce, List<String> daily, Integer hour, String zone) {

    /** What is missing is none. */
    public NoticeWish {
        atOnce = atOnce == null ? List.of() : List.copyOf(atOnce);
        daily = daily == null ? List.of() : List.copyOf(daily);
    }
}
