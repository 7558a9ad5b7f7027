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
    private final boolean isFactorRequired;

    SignIn(JdbcUsers users, Journal journal, AccessSettings settings) {
        this.users = users;
        this.journal = journal;
        this.isFactorRequired = settings.secondFactor() == AccessSettings.Need.REQUIRED;
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        var known = users.credentials(name).orElseThrow(() -> new UsernameNotFoundException("no such user"));
        return User.withUsername(name).password(known.password()).disabled(known.disabled()).accountLocked(known.locked())
                .authorities(authorities(known)).build();
    }

    /** The roles, where the password is enough; else only what lets them go on to the second step. */
    private String[] authorities(JdbcUsers.Credentials known) {
        if (known.secondFactorSince() != null) {
            return new String[] {SecondStep.CODE};
        }
        return isFactorRequired ? new String[] {SecondStep.SET_UP}
                : Granted.authorities(known.roles(), known.tpps());
    }

    /** Wrong passwords are not forgotten before the second step: who has only the password could else guess codes without end. */
    @EventListener
    void signedIn(AuthenticationSuccessEvent event) {
        if (event.getAuthentication() instanceof UsernamePasswordAuthenticationToken user && SecondStep.of(user) == null) {
            signedIn(user.getName(), null);
        }
    }

    void signedIn(String name, String detail) {
        users.signedIn(name);
        journal.write(Act.by("user:" + name, Act.HOUSE, "signed-in", detail));
    }

    @EventListener
    void failed(AuthenticationFailureBadCredentialsEvent event) {
        wrongPassword(event.getAuthentication().getName());
    }

    /** Counts a wrong password, and journals the lock that follows from too many. */
    void wrongPassword(String name) {
        users.failed(name).ifPresent(until -> journal.write(
                Act.ofPortolan(Act.HOUSE, "user-locked", null, null, "%s, after wrong passwords or codes, until %s".formatted(name, until))));
    }
}
