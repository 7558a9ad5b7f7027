package io.portolan.notice;

import io.portolan.access.Actor;
import io.portolan.access.KnownElsewhere;
import io.portolan.access.Users;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The users who sign in with a password of ours, and those whom a provider has signed in lately. */
@Component
class KnownUsers implements WhoHears {

    private final Users users;
    private final KnownElsewhere elsewhere;

    KnownUsers(Users users, KnownElsewhere elsewhere) {
        this.users = users;
        this.elsewhere = elsewhere;
    }

    @Override
    public Optional<Actor> of(String user) {
        return users.find(user).filter(known -> !known.disabled()).map(known -> new Actor("user:" + known.name(), known.roles(), known.tpps())).or(() -> elsewhere.find(user));
    }
}
