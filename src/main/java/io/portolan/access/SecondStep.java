package io.portolan.access;

import io.portolan.refusal.Refused;
import io.portolan.vault.Secret;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.stereotype.Component;

/** What comes after the right password: a code, or the set-up of a second factor where everybody has to have one. Until then the session may nothing else. */
@Component
public class SecondStep {

    static final String CODE = "SECOND_FACTOR";
    static final String SET_UP = "SECOND_FACTOR_SET_UP";
    static final String CODE_PAGE = "/sign-in/code";
    static final String SET_UP_PAGE = "/sign-in/second-factor";

    private final SecondFactors factors;
    private final JdbcUsers users;
    private final SignIn signIn;
    private final SignInAttempts attempts;
    private final SignedInSessions sessions;

    SecondStep(SecondFactors factors, JdbcUsers users, SignIn signIn, SignInAttempts attempts, SignedInSessions sessions) {
        this.factors = factors;
        this.users = users;
        this.signIn = signIn;
        this.attempts = attempts;
        this.sessions = sessions;
    }

    /** The page of the step that is left, or null where none is. */
    static String of(Authentication authentication) {
        if (!(authentication instanceof UsernamePasswordAuthenticationToken)) {
            return null;
        }
        var authorities = AuthorityUtils.authorityListToSet(authentication.getAuthorities());
        return authorities.contains(CODE) ? CODE_PAGE : authorities.contains(SET_UP) ? SET_UP_PAGE : null;
    }

    /**
     * Lets somebody in whose code is right, and says where they wanted to go; a wrong one counts as a wrong password does.
     *
     * @throws Refused with code {@code wrong-code}, or {@code too-many-attempts}
     */
    public String with(String user, Secret code, HttpServletRequest request, HttpServletResponse response) {
        check(user, code, request);
        letIn(user, request, response);
        var wanted = new HttpSessionRequestCache().getRequest(request, response);
        return wanted == null ? "/" : wanted.getRedirectUrl();
    }

    /**
     * Lets a second factor count whose code is right, keeps this session of the user alone, and gives the recovery codes back; the caller closes them.
     *
     * @throws Refused with code {@code wrong-code}
     */
    public List<Secret> confirm(String user, Secret code, HttpServletRequest request, HttpServletResponse response) {
        var codes = factors.confirm(user, code);
        if (of(SecurityContextHolder.getContext().getAuthentication()) == null) {
            sessions.begin(request.getSession(), user);
        } else {
            letIn(user, request, response);
        }
        return codes;
    }

    /**
     * Removes one's own second factor by one of its codes, and keeps this session alone.
     *
     * @throws Refused with code {@code wrong-code}, or {@code too-many-attempts}
     */
    public void remove(String user, Secret code, HttpServletRequest request) {
        check(user, code, request);
        factors.reset(user, "user:" + user);
        sessions.begin(request.getSession(), user);
    }

    private void check(String user, Secret code, HttpServletRequest request) {
        var isLocked = users.credentials(user).orElseThrow(() -> Refused.notFound("unknown-user", "There is no user " + user + ".")).locked();
        if (isLocked || attempts.begin(request.getRemoteAddr()).isPresent()) {
            var sentence = "Too many wrong codes. Try again in some minutes.";
            throw Refused.invalid("too-many-attempts", sentence, Map.of("code", sentence));
        }
        if (!factors.takes(user, code)) {
            signIn.wrongPassword(user);
            throw SecondFactors.wrongCode();
        }
        attempts.right(request.getRemoteAddr());
    }

    private void letIn(String user, HttpServletRequest request, HttpServletResponse response) {
        var known = users.credentials(user).orElseThrow();
        request.changeSessionId();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, AuthorityUtils.createAuthorityList(Granted.authorities(known.roles(), known.tpps()))));
        SecurityContextHolder.setContext(context);
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
        sessions.begin(request.getSession(), user);
        signIn.signedIn(user, "with a second factor");
    }
}
