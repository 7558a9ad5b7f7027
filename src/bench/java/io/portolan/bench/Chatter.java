package io.portolan.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** What libraries say of themselves while nobody has asked. */
final class Chatter {

    private Chatter() { }

    /** Leaves warnings only, so that the results can be read. */
    static void stop() {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    }
}
