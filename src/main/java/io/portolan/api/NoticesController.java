package io.portolan.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.portolan.access.Actors;
import io.portolan.access.Users;
import io.portolan.notice.EventType;
import io.portolan.notice.NoticeMail;
import io.portolan.notice.NoticePreferences;
import io.portolan.notice.NoticeWish;
import io.portolan.notice.Preferences;
import io.portolan.refusal.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/users/{user}/notices")
@Tag(name = "Notices", description = "What our people are told of by mail; for admins")
class NoticesController {

    private final Preferences preferences;
    private final Users users;
    private final Actors actors;

    NoticesController(Preferences preferences, Users users, Actors actors) {
        this.preferences = preferences;
        this.users = users;
        this.actors = actors;
    }

    /** What a user is told of by mail, and the last mails. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record NoticesView(String user, String address, List<String> atOnce, List<String> daily, int hour, String zone, List<NoticeMailView> mails) {

        static NoticesView of(NoticePreferences wished, List<NoticeMail> mails) {
            return new NoticesView(wished.user(), wished.address(), words(wished.atOnce()), words(wished.daily()), wished.hour(), wished.zone().getId(),
                    mails.stream().map(NoticeMailView::of).toList());
        }

        private static List<String> words(Collection<EventType> types) {
            return types.stream().map(EventType::word).sorted().toList();
        }
    }

    /** A mail without what it says. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record NoticeMailView(String id, String address, String subject, String state, int tries, Instant nextTryAt, String note, Instant madeAt, Instant sentAt) {

        static NoticeMailView of(NoticeMail mail) {
            return new NoticeMailView(mail.id(), mail.address(), mail.subject(), Words.of(mail.state()), mail.tries(), mail.nextAt(), mail.note(), mail.madeAt(), mail.sentAt());
        }
    }

    @GetMapping
    @Operation(summary = "What a user is told of by mail, and the last mails")
    NoticesView one(@PathVariable String user) {
        return NoticesView.of(preferences.of(known(user)), preferences.mails(user));
    }

    @PutMapping
    @Operation(summary = "Set what a user is told of by mail", description = "`address` is where it goes; `atOnce` and `daily` are types of events, none of them in both, all others are off;"
            + " the digest is written at `hour` (8) by the clocks of `zone` (Europe/Brussels), where there is anything to tell. Nobody hears of more than their roles allow.")
    NoticesView set(@PathVariable String user, @RequestBody NoticeWish wish) {
        return NoticesView.of(preferences.set(known(user), wish, actors.current().name()), preferences.mails(user));
    }

    private String known(String user) {
        return users.find(user).map(Users.User::name).orElseThrow(() -> new Refused(Refused.Kind.NOT_FOUND, "unknown-user", "There is no user " + user + ".", Map.of()));
    }
}
