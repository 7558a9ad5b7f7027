package io.portolan.api;

import io.portolan.refusal.Refused;
import jakarta.servlet.http.HttpServletRequest;

/** Whoever makes a call, as the journal names them, such as {@code token:gateway}. */
record Caller(String actor, boolean mayReveal) {

    static Caller of(HttpServletRequest request) {
        var principal = request.getUserPrincipal();
        return new Caller(principal == null ? "anonymous" : principal.getName(), request.isUserInRole("ADMIN"));
    }

    void mustBeAllowedToReveal() {
        if (!mayReveal) {
            throw Refused.forbidden("may-not-reveal", "Whoever calls may not see the values of credentials.");
        }
    }
}
