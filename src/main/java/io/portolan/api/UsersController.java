package io.portolan.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.portolan.access.Actors;
import io.portolan.access.AdministerUsers;
import io.portolan.access.AdministerUsers.Change;
import io.portolan.access.Role;
import io.portolan.access.Users;
import io.portolan.notice.Preferences;
import io.portolan.refusal.Refused;
import io.portolan.tpp.Tpps;
import io.portolan.vault.Secret;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/users")
@Tag(name = "Users", description = "The people who sign in with a password of ours; for admins")
class UsersController {

    private final Users users;
    private final AdministerUsers administer;
    private final Tpps tpps;
    private final Preferences preferences;
    private final ETags tags;
    private final Actors actors;
    private final Clock clock;

    UsersController(Users users, AdministerUsers administer, Tpps tpps, Preferences preferences, ETags tags, Actors actors, Clock clock) {
        this.preferences = preferences;
        this.tags = tags;
        this.users = users;
        this.administer = administer;
        this.tpps = tpps;
        this.actors = actors;
        this.clock = clock;
    }

    /** The wish for a user; without {@code tpps} they are limited to none. */
    record UserBody(String name, List<String> roles, List<String> tpps) { }

    /** What is to be otherwise; what is left out stays as it is, and an empty address takes it away. */
    record ChangeBody(List<String> roles, List<String> tpps, Boolean disabled, String address) { }

    /** A user; {@code tpps} are those that they are limited to, or empty for all, {@code failures} are the wrong passwords since the last sign-in, {@code lockedUntil} is null where the name is not locked, and {@code address} is where notices go, or null. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record UserView(String name, List<String> roles, List<String> tpps, boolean disabled, Instant createdAt, Instant signedInAt, int failures, Instant lockedUntil,
            boolean secondFactor, String address) {

        static UserView of(Users.User user, String address, Instant now) {
            return new UserView(user.name(), Words.of(user.roles()), user.tpps().stream().sorted().toList(), user.disabled(), user.createdAt(), user.signedInAt(), user.failures(),
                    user.isLocked(now) ? user.lockedUntil() : null, user.secondFactor(), address);
        }
    }

    /** A user with the password that was just made up for them. */
    record PasswordView(String name, String password) {

        /** Leaves the password out. */
        @Override
        public String toString() {
            return "PasswordView[name=" + name + "]";
        }
    }

    @GetMapping
    @Operation(summary = "List the users, by name")
    Slice<UserView> page(@RequestParam(required = false) String cursor, @RequestParam(required = false) Integer limit) {
        var now = clock.instant();
        var addresses = preferences.addresses();
        return Slice.of(users.all(), Users.User::name, cursor, limit, user -> UserView.of(user, addresses.get(user.name()), now));
    }

    @GetMapping("/{user}")
    @Operation(summary = "See a user")
    ResponseEntity<UserView> one(@PathVariable String user) {
        return tags.read(Versioned.USER, user, () -> view(user));
    }

    private UserView view(String user) {
        return UserView.of(users.find(user).orElseThrow(() -> Refused.notFound("unknown-user", "There is no user " + user + ".")), preferences.of(user).address(), clock.instant());
    }

    @PostMapping
    @Operation(summary = "Make a user", description = "The first password is made up: it is in this answer and never again; an Idempotency-Key is not regarded.")
    ResponseEntity<PasswordView> make(@RequestBody UserBody body) {
        var roles = body.roles() == null ? Set.<Role>of() : roles(body.roles());
        try (var password = administer.make(body.name(), roles, known(body.tpps()), actors.current().name())) {
            return shown(ResponseEntity.created(Address.of("/api/v1/users/" + body.name())), body.name(), password);
        }
    }

    @PatchMapping("/{user}")
    @Operation(summary = "Change what a user may do", description = "Other roles, other TPPs that they are limited to (an empty list for all TPPs), or disabled or not: then all sessions of the user end with their next request. "
            + "Or the mail address to which notices go. "
            + "The last admin stays one, and nobody disables themselves.")
    ResponseEntity<UserView> change(@PathVariable String user, @RequestBody ChangeBody body, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch) {
        return tags.write(Versioned.USER, user, ifMatch, () -> view(user), () -> {
            view(user);
            if (body.address() == null || body.roles() != null || body.tpps() != null || body.disabled() != null) {
                administer.change(user, new Change(body.roles() == null ? null : roles(body.roles()), body.tpps() == null ? null : known(body.tpps()), body.disabled()), actors.current().name());
            }
            if (body.address() != null) {
                preferences.address(user, body.address(), actors.current().name());
            }
            return view(user);
        });
    }

    @PostMapping("/{user}/password")
    @Operation(summary = "Give a user a new password", description = "It is made up: it is in this answer and never again. All sessions of the user end "
            + "with their next request, and a lock is lifted.")
    ResponseEntity<PasswordView> givePassword(@PathVariable String user) {
        try (var password = administer.givePassword(user, actors.current().name())) {
            return shown(ResponseEntity.ok(), user, password);
        }
    }

    @DeleteMapping("/{user}/lock")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Lift the lock of a user", description = "Wrong passwords have locked the name for a while; now it may be tried again.")
    void unlock(@PathVariable String user) {
        administer.unlock(user, actors.current().name());
    }

    @DeleteMapping("/{user}/second-factor")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove the second factor of a user", description = "For who has lost the device and the recovery codes. All sessions of the user end "
            + "with their next request.")
    void resetSecondFactor(@PathVariable String user) {
        administer.resetSecondFactor(user, actors.current().name());
    }

    private static ResponseEntity<PasswordView> shown(ResponseEntity.BodyBuilder answer, String user, Secret password) {
        return answer.cacheControl(CacheControl.noStore()).body(new PasswordView(user, password.reveal(CharSequence::toString)));
    }

    private Set<String> known(List<String> ids) {
        var wanted = ids == null ? Set.<String>of() : Set.copyOf(ids);
        wanted.stream().filter(id -> tpps.find(id).isEmpty()).findFirst().ifPresent(id -> {
            throw Refused.invalid("invalid-user", "There is no TPP " + id + ".", Map.of("tpps", "There is no TPP " + id + "."));
        });
        return wanted;
    }

    private static Set<Role> roles(List<String> words) {
        return words.stream().map(word -> Words.required(Role.class, "roles", word)).collect(Collectors.toSet());
    }
}
