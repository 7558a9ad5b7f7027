package io.portolan.notice;

import java.time.ZoneId;
import java.util.Set;

/**
 * Of what somebody is told by mail.
 *
 * @param address where the mails go, or null
 * @param atOnce what they are told of at once
 * @param daily what they are told of in a digest once a day
 * @param hour when the digest is written, by the clocks of the zone
 */
public record NoticePreferences(String user, String address, Set<EventType> atOnce, Set<EventType> daily, int hour, ZoneId zone) {
}
