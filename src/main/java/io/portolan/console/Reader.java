package io.portolan.console;

import io.portolan.access.Look;
import io.portolan.access.Looks;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.i18n.TimeZoneAwareLocaleContext;
import org.springframework.core.Ordered;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.WebUtils;

/**
 * How the reader of a page wants it: by which clock, light or dark. What somebody has chosen is theirs in every browser; cookies keep it for who is not
 * signed in or has chosen nothing, and the zone that the browser tells. A cookie that says nonsense counts as none. The language is English, whatever the
 * browser asks for.
 */
@Component
class Reader implements WebMvcConfigurer, HandlerInterceptor {

    private static final String LOOK = "portolan-look";
    private static final String CHOSEN_ZONE = "portolan-zone";
    /** Set by look.js. */
    private static final String BROWSER_ZONE = "portolan-browser-zone";
    private static final String USER = "user:";
    private static final String WISHED = Reader.class.getName();
    private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream().filter(zone -> zone.equals("UTC") || zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
            .sorted().toList();

    private final Looks looks;

    Reader(Looks looks) {
        this.looks = looks;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        // before those that refuse, for the page of a refusal has a reader, too
        interceptors.addInterceptor(this).order(Ordered.HIGHEST_PRECEDENCE);
    }

    /** Every template knows its reader, those of errors, too. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.setAttribute("reader", this);
        return true;
    }

    /** Light, dark, or null where the system is followed. */
    public String look() {
        return wished(request()).look();
    }

    /** The zone that was chosen, or null. */
    public String chosenZone() {
        return wished(request()).zone();
    }

    /** The zone that the browser tells; UTC where it tells none. */
    public String browserZone() {
        var zone = known(cookie(request(), BROWSER_ZONE));
        return zone == null ? "UTC" : zone;
    }

    /** The zone of the times on the page. */
    public String zone() {
        return zoneNow().getId();
    }

    /** The zones to choose among. */
    public List<String> zones() {
        return ZONES;
    }

    /** Keeps the choice of a user, and in this browser for its pages that nobody is signed in to; what is not chosen is taken away. */
    void keep(String actor, Look look, HttpServletRequest request, HttpServletResponse response) {
        if (actor.startsWith(USER)) {
            looks.keep(actor.substring(USER.length()), look);
        }
        response.addHeader(HttpHeaders.SET_COOKIE, kept(LOOK, look.look() == null ? "" : look.look(), request).toString());
        response.addHeader(HttpHeaders.SET_COOKIE, kept(CHOSEN_ZONE, look.zone() == null ? "" : look.zone().replace("/", "%2F"), request).toString());
    }

    private static ResponseCookie kept(String name, String value, HttpServletRequest request) {
        return ResponseCookie.from(name, value).path(request.getContextPath() + "/").maxAge(value.isEmpty() ? Duration.ZERO : Duration.ofDays(365))
                .httpOnly(true).secure(request.isSecure()).sameSite("Lax").build();
    }

    /** The zone of whoever reads what is being answered; UTC outside of an answer. */
    static ZoneId zoneNow() {
        return LocaleContextHolder.getLocaleContext() instanceof TimeZoneAwareLocaleContext context && context.getTimeZone() != null ? context.getTimeZone().toZoneId()
                : ZoneOffset.UTC;
    }

    ZoneId zone(HttpServletRequest request) {
        var chosen = wished(request).zone();
        var zone = chosen == null ? known(cookie(request, BROWSER_ZONE)) : chosen;
        return ZoneId.of(zone == null ? "UTC" : zone);
    }

    /** Asked for once a request, and only where a page is written. */
    private Look wished(HttpServletRequest request) {
        if (!(request.getAttribute(WISHED) instanceof Look)) {
            request.setAttribute(WISHED, ofUser(request.getUserPrincipal()).orElseGet(() -> ofBrowser(request)));
        }
        return (Look) request.getAttribute(WISHED);
    }

    private Optional<Look> ofUser(Principal user) {
        try {
            return user == null ? Optional.empty() : looks.of(user.getName());
        } catch (DataAccessException noDatabase) {
            // the page that says so has a look, too
            return Optional.empty();
        }
    }

    private static Look ofBrowser(HttpServletRequest request) {
        var look = cookie(request, LOOK);
        return new Look(Look.isLook(look) ? look : null, known(cookie(request, CHOSEN_ZONE)));
    }

    private static String known(String zone) {
        return Look.isZone(zone) ? zone : null;
    }

    private static String cookie(HttpServletRequest request, String name) {
        var cookie = WebUtils.getCookie(request, name);
        return cookie == null ? null : cookie.getValue().replace("%2F", "/");
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
