package io.portolan.notice;

import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.refusal.Refused;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What our people wish to be told of by mail; each change is journalled. */
@Component
public class Preferences {

    /** One address and nothing else: neither a list nor a line break gets into the header of a mail. */
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+");
    private static final int LONGEST_ADDRESS = 254;
    private static final int USUAL_HOUR = 8;
    private static final ZoneId USUAL_ZONE = ZoneId.of("Europe/Brussels");
    private static final int SHOWN = 20;

    private final JdbcPreferences table;
    private final JdbcNoticeMails mails;
    private final Events events;
    private final Journal journal;

    Preferences(JdbcPreferences table, JdbcNoticeMails mails, Events events, Journal journal) {
        this.table = table;
        this.mails = mails;
        this.events = events;
        this.journal = journal;
    }

    /** What this user wishes; nothing where they have said nothing. */
    public NoticePreferences of(String user) {
        return table.find(user).orElseGet(() -> new NoticePreferences(user, null, Set.of(), Set.of(), USUAL_HOUR, USUAL_ZONE));
    }

    /** The mail addresses of our people, by user; whoever has none is not there. */
    public Map<String, String> addresses() {
        return table.addresses();
    }

    /** Gives a user another mail address, or with a blank one none; what they wish to be told of stays. Refused as {@link #set}. */
    @Transactional
    public NoticePreferences address(String user, String address, String actor) {
        var now = of(user);
        return set(user, new NoticeWish(address, words(now.atOnce()), words(now.daily()), now.hour(), now.zone().getId()), actor);
    }

    private static List<String> words(Set<EventType> types) {
        return types.stream().map(EventType::word).toList();
    }

    /** Keeps what a user wishes from now on; refused where it cannot be ({@code invalid-notices}). */
    @Transactional
    public NoticePreferences set(String user, NoticeWish wish, String actor) {
        var wrong = new LinkedHashMap<String, String>();
        var address = wish.address() == null || wish.address().isBlank() ? null : wish.address().strip();
        if (address != null && (address.length() > LONGEST_ADDRESS || !ADDRESS.matcher(address).matches())) {
            wrong.put("address", "This is no mail address. One looks like ada@tpp.example.");
        }
        var atOnce = types(wish.atOnce(), "atOnce", wrong);
        var daily = types(wish.daily(), "daily", wrong);
        if (address == null && !(atOnce.isEmpty() && daily.isEmpty())) {
            wrong.putIfAbsent("address", "Without an address nothing can be sent.");
        }
        if (atOnce.stream().anyMatch(daily::contains)) {
            wrong.put("daily", "Each type is told at once or in the digest, not both.");
        }
        var hour = wish.hour() == null ? USUAL_HOUR : wish.hour();
        if (hour < 0 || hour > 23) {
            wrong.put("hour", "0 to 23.");
        }
        var zone = zone(wish.zone(), wrong);
        if (!wrong.isEmpty()) {
            throw Refused.invalid("invalid-notices", "These notices cannot be: " + String.join(" ", wrong.values()), wrong);
        }
        var wished = new NoticePreferences(user, address, atOnce, daily, hour, zone);
        table.save(wished, events.head());
        journal.write(Act.by(actor, Act.HOUSE, "notices-changed", user + ": " + (address == null ? "no address" : address) + ", at once " + atOnce.size() + ", daily " + daily.size()));
        return wished;
    }

    /** The last mails to a user, the latest first. */
    public List<NoticeMail> mails(String user) {
        return mails.of(user, SHOWN);
    }

    private static Set<EventType> types(List<String> words, String field, Map<String, String> wrong) {
        words.stream().filter(word -> EventType.of(word).isEmpty()).findFirst().ifPresent(word -> wrong.put(field, "There is no type \"" + word + "\"."));
        return words.stream().flatMap(word -> EventType.of(word).stream()).collect(Collectors.toSet());
    }

    private static ZoneId zone(String name, Map<String, String> wrong) {
        try {
            return name == null || name.isBlank() ? USUAL_ZONE : ZoneId.of(name.strip());
        } catch (DateTimeException none) {
            wrong.put("zone", "There is no such time zone. One looks like Europe/Berlin.");
            return USUAL_ZONE;
        }
    }
}
