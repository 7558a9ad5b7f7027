package io.portolan.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** What belongs to all TPPs together, and is refused to whoever is limited to some of them. */
class HouseMatters {

    private static final Set<String> LOOKING = Set.of("GET", "HEAD");
    /** Users, tokens and figures of the machine, and the check of the whole journal, may not even be looked at. */
    private static final List<PathPattern> ALL = patterns("/access/users/**", "/access/tokens/**", "/api/v1/users/**", "/api/v1/tokens/**", "/access/webhooks/**", "/api/v1/webhooks/**",
            "/journal/verification/**", "/api/v1/journal/verification/**", "/settings", "/api/v1/settings", "/actuator/prometheus", "/actuator/metrics/**");
    /** Banks are there for all TPPs; so are the forms that add a TPP. */
    private static final List<PathPattern> CHANGES = patterns("/banks/**", "/api/v1/banks/**", "/api/v1/playbooks/**", "/tpps", "/tpps/new", "/api/v1/tpps");
    /** Changes nothing. */
    private static final List<PathPattern> BUT = patterns("/banks/check/**", "/api/v1/playbooks/check");

    boolean isOne(HttpServletRequest request) {
        var path = PathContainer.parsePath(request.getRequestURI().substring(request.getContextPath().length()));
        return fits(ALL, path) || !LOOKING.contains(request.getMethod()) && fits(CHANGES, path) && !fits(BUT, path);
    }

    private static boolean fits(List<PathPattern> patterns, PathContainer path) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(path));
    }

    private static List<PathPattern> patterns(String... written) {
        return List.of(written).stream().map(PathPatternParser.defaultInstance::parse).toList();
    }
}
