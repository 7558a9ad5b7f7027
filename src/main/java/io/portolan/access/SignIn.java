package io.portolan.access;

import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Tells Spring Security who may sign in, and keeps account of who did and who failed to. */
@Component
class SignIn implements UserDetailsService {

    private final JdbcUsers users;
    private final Journal journal;

    SignIn(JdbcUsers users, Journal journal) {
        this.users = users;
        this.journal = journal;
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        var known = users.credentials(name).orElseThrow(() -> new UsernameNotFoundException("no such user"));
        return User.withUsername(name).password(known.password()).disabled(known.disabled()).accountLocked(known.locked())
                .authorities(known.roles().stream().map(Role::authority).toArray(String[]::new)).build();
    }

    @EventListener
    void signedIn(AuthenticationSuccessEvent event) {
        if (event.getAuthentication() instanceof UsernamePasswordAuthenticationToken user) {
            users.signedIn(user.getName());
            journal.write(Act.by("user:" + user.getName(), Act.HOUSE, "signed-in", null));
        }
    }

    @EventListener
    void failed(AuthenticationFailureBadCredentialsEvent event) {
        wrongPassword(event.getAuthentication().getName());
    }

    /** Counts a wrong password, and journals the lock that follows from too many. */
    void wrongPassword(String name) {
        users.failed(name).ifPresent(until -> journal.write(
                Act.ofPortolan(Act.HOUSE, "user-locked", null, null, "%s, after wrong passwords, until %s".formatted(name, until))));
    }
}
