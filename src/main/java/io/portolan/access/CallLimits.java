package io.portolan.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Bounds how much each token, each user, and each address of strangers may call, and tells them where they stand in the fields of the IETF's RateLimit draft. */
@Component
class CallLimits {

    private final Allowance known;
    private final Allowance strangers;

    CallLimits(AccessSettings settings, Clock clock) {
        var calls = settings.calls();
        this.known = new Allowance(calls.most(), calls.within(), clock);
        this.strangers = new Allowance(calls.mostOfStrangers(), calls.within(), clock);
    }

    /** Whether somebody who is known may make this call. */
    boolean admits(Authentication caller, HttpServletResponse response) {
        return told(known, caller instanceof TokenAuthentication ? "token" : "user", caller.getName(), response);
    }

    /** Whether somebody may who is known by their address alone. */
    boolean admitsStranger(HttpServletRequest request, HttpServletResponse response) {
        return told(strangers, "address", SignInAttempts.key(request.getRemoteAddr()), response);
    }

    private static boolean told(Allowance allowance, String kind, String who, HttpServletResponse response) {
        var turn = allowance.take(kind + " " + who);
        response.setHeader("RateLimit-Policy", allowance.policy(kind));
        response.setHeader("RateLimit", "\"" + kind + "\";r=" + turn.left() + ";t=" + turn.seconds());
        if (!turn.isGranted()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(turn.seconds()));
        }
        return turn.isGranted();
    }
}
