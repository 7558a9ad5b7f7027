package io.portolan.stories;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** All that is logged while it listens, with more told than an operator would ever ask for. */
final class EverythingLogged {

    private static final Map<String, Level> LEVELS = Map.of(org.slf4j.Logger.ROOT_LOGGER_NAME, Level.DEBUG, "io.portolan", Level.TRACE,
            "org.springframework.web", Level.DEBUG, "org.springframework.jdbc", Level.TRACE,
            // the test's own client and mail server, by the ten thousand lines
            "jdk.internal.httpclient", Level.INFO, "jakarta.activation", Level.INFO, "angus", Level.INFO, "com.icegreen", Level.INFO);

    private final ListAppender<ILoggingEvent> events = new ListAppender<>();
    private final Map<String, Level> before = new HashMap<>();
    private final List<Appender<ILoggingEvent>> elsewhere = new ArrayList<>();

    void start() {
        LEVELS.forEach((name, level) -> {
            before.put(name, logger(name).getLevel());
            logger(name).setLevel(level);
        });
        events.start();
        // what is raised for the search alone would bury the test's own output
        var usual = new ThresholdFilter();
        usual.setLevel("INFO");
        usual.start();
        root().iteratorForAppenders().forEachRemaining(appender -> {
            appender.addFilter(usual);
            elsewhere.add(appender);
        });
        root().addAppender(events);
    }

    void stop() {
        root().detachAppender(events);
        elsewhere.forEach(Appender::clearAllFilters);
        before.forEach((name, level) -> logger(name).setLevel(level));
    }

    /** Shows it to the search. */
    void into(SecretSearch search) {
        for (var event : List.copyOf(events.list)) {
            search.text("the log", event.getFormattedMessage());
            search.text("the log's context", event.getMDCPropertyMap().toString());
            if (event.getThrowableProxy() != null) {
                search.text("a throwable in the log", ThrowableProxyUtil.asString(event.getThrowableProxy()));
            }
        }
    }

    private static Logger root() {
        return logger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }
}
