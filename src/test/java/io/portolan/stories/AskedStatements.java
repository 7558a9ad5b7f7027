package io.portolan.stories;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** The statements with which this thread asks the database, as Spring tells each in its log; what works in the background is not counted. */
final class AskedStatements extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final Logger log = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
    private final Level before = log.getLevel();
    private final boolean wasAdditive = log.isAdditive();
    private final Thread asker = Thread.currentThread();
    private final List<String> statements = new ArrayList<>();

    AskedStatements() {
        start();
        log.setAdditive(false);
        log.setLevel(Level.DEBUG);
        log.addAppender(this);
    }

    /** Those since it was last asked, in their order. */
    List<String> taken() {
        var taken = List.copyOf(statements);
        statements.clear();
        return taken;
    }

    @Override
    protected void append(ILoggingEvent event) {
        var said = event.getFormattedMessage();
        if (Thread.currentThread() == asker && said.endsWith("]")) {
            statements.add(said.substring(said.indexOf('[') + 1, said.length() - 1));
        }
    }

    @Override
    public void close() {
        log.detachAppender(this);
        log.setLevel(before);
        log.setAdditive(wasAdditive);
        stop();
    }
}
