package io.portolan.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.Supplier;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.TimeZoneAwareLocaleContext;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.i18n.AbstractLocaleContextResolver;

/** Tells Spring of the reader's zone and of the one language, for as long as a request is answered. */
@Component("localeResolver")
class ReaderClock extends AbstractLocaleContextResolver {

    private final Reader reader;

    ReaderClock(Reader reader) {
        this.reader = reader;
    }

    @Override
    public LocaleContext resolveLocaleContext(HttpServletRequest request) {
        return new OfRequest(() -> TimeZone.getTimeZone(reader.zone(request)));
    }

    @Override
    public void setLocaleContext(HttpServletRequest request, HttpServletResponse response, LocaleContext context) {
        throw new UnsupportedOperationException("The reader chooses on the page of their access.");
    }

    /** Asks for the zone once, and not at all where no time is written, as in a call of the API. */
    private static final class OfRequest implements TimeZoneAwareLocaleContext {

        private final Supplier<TimeZone> found;
        private TimeZone zone;

        OfRequest(Supplier<TimeZone> found) {
            this.found = found;
        }

        @Override
        public Locale getLocale() {
            return Locale.ENGLISH;
        }

        @Override
        public TimeZone getTimeZone() {
            if (zone == null) {
                zone = found.get();
            }
            return zone;
        }
    }
}
