package io.portolan.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.i18n.SimpleTimeZoneAwareLocaleContext;
import org.springframework.context.i18n.TimeZoneAwareLocaleContext;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AbstractLocaleContextResolver;
import org.springframework.web.util.WebUtils;

/**
 * How the reader of a page wants it: by which clock, light or dark. What was chosen, and the zone that the browser tells, are cookies of the
 * browser; a cookie that says nonsense counts as none. The language is English, whatever the browser asks for.
 */
@Component
class Reader implements WebMvcConfigurer, HandlerInterceptor {

    static final Set<String> LOOKS = Set.of("light", "dark");

    private static final String LOOK = "portolan-look";
    private static final String CHOSEN_ZONE = "portolan-zone";
    /** Set by look.js. */
    private static final String BROWSER_ZONE = "portolan-browser-zone";
    private static final Set<String> KNOWN_ZONES = ZoneId.getAvailableZoneIds();
    private static final List<String> ZONES = KNOWN_ZONES.stream().filter(zone -> zone.equals("UTC") || zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
            .sorted().toList();

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
        var look = cookie(request(), LOOK);
        return look != null && LOOKS.contains(look) ? look : null;
    }

    /** The zone that was chosen, or null. */
    public String chosenZone() {
        return known(cookie(request(), CHOSEN_ZONE));
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

    /** Keeps a choice in the browser; none, or the system's look, takes it away. */
    static void keep(String look, String zone, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, kept(LOOK, look == null || !LOOKS.contains(look) ? "" : look, request).toString());
        response.addHeader(HttpHeaders.SET_COOKIE, kept(CHOSEN_ZONE, zone == null ? "" : zone.replace("/", "%2F"), request).toString());
    }

    private static ResponseCookie kept(String name, String value, HttpServletRequest request) {
        return ResponseCookie.from(name, value).path(request.getContextPath() + "/").maxAge(value.isEmpty() ? Duration.ZERO : Duration.ofDays(365))
                .httpOnly(true).secure(request.isSecure()).sameSite("Lax").build();
    }

    static boolean isKnown(String zone) {
        return KNOWN_ZONES.contains(zone);
    }

    /** The zone of whoever reads what is being answered; UTC outside of an answer. */
    static ZoneId zoneNow() {
        return LocaleContextHolder.getLocaleContext() instanceof TimeZoneAwareLocaleContext context && context.getTimeZone() != null ? context.getTimeZone().toZoneId()
                : ZoneOffset.UTC;
    }

    private static ZoneId zone(HttpServletRequest request) {
        var chosen = known(cookie(request, CHOSEN_ZONE));
        var zone = chosen == null ? known(cookie(request, BROWSER_ZONE)) : chosen;
        return ZoneId.of(zone == null ? "UTC" : zone);
    }

    private static String known(String zone) {
        return zone != null && isKnown(zone) ? zone : null;
    }

    private static String cookie(HttpServletRequest request, String name) {
        var cookie = WebUtils.getCookie(request, name);
        return cookie == null ? null : cookie.getValue().replace("%2F", "/");
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }

    /** Tells Spring of the zone and of the one language, for as long as a request is answered. */
    @Component("localeResolver")
    static class OfRequest extends AbstractLocaleContextResolver {

        @Override
        public LocaleContext resolveLocaleContext(HttpServletRequest request) {
            return new SimpleTimeZoneAwareLocaleContext(Locale.ENGLISH, TimeZone.getTimeZone(zone(request)));
        }

        @Override
        public void setLocaleContext(HttpServletRequest request, HttpServletResponse response, LocaleContext context) {
            throw new UnsupportedOperationException("The reader chooses on the page of their access.");
        }
    }
}
