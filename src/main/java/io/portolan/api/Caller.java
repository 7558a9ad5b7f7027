package io.portolan.api;

import jakarta.servlet.http.HttpServletRequest;

/** Whoever makes a call, as the journal names them, such as {@code token:gateway}. */
record Caller(String actor) {

    static Caller of(HttpServletRequest request) {
        var principal = request.getUserPrincipal();
        return new Caller(principal == null ? "anonymous" : principal.getName());
    }
}
