package io.portolan.access;

import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.refusal.Refused;
import io.portolan.vault.Secret;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Gives somebody who is signed in another password, and ends all their sessions but this one. */
@Component
public class ChangeOwnPassword {

    private final JdbcUsers users;
    private final FirstPassword firstPassword;
    private final SignIn signIn;
    private final SignedInSessions sessions;
    private final PasswordEncoder encoder;
    private final Journal journal;

    ChangeOwnPassword(JdbcUsers users, FirstPassword firstPassword, SignIn signIn, SignedInSessions sessions, PasswordEncoder encoder, Journal journal) {
        this.users = users;
        this.firstPassword = firstPassword;
        this.signIn = signIn;
        this.sessions = sessions;
        this.encoder = encoder;
        this.journal = journal;
    }

    /**
     * Changes it where the old one is right; a wrong one counts as at sign-in, so that an open session is no way to guess.
     *
     * @throws Refused with codes {@code unknown-user}, {@code wrong-password} or {@code invalid-user}
     */
    public void with(String name, Secret old, Secret password, HttpSession session) {
        var known = users.credentials(name).orElseThrow(() -> Refused.notFound("unknown-user", "There is no user " + name + "."));
        if (known.locked()) {
            throw wrong("Too many wrong passwords. Try again in some minutes.");
        }
        if (!old.reveal(text -> encoder.matches(text, known.password()))) {
            signIn.wrongPassword(name);
            throw wrong("This is not your password.");
        }
        users.changePassword(name, password);
        if (name.equals(FirstAdmin.NAME)) {
            firstPassword.forget();
        }
        journal.write(Act.by("user:" + name, Act.HOUSE, "password-changed", null));
        sessions.begin(session, name);
    }

    private static Refused wrong(String sentence) {
        return Refused.invalid("wrong-password", sentence, Map.of("old", sentence));
    }
}
