package io.portolan.stories;

import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.StandardEnvironment;

/** The log of all applications of this JVM. Two that start at the same moment would set it up both, and the later one leave it silent. */
final class OneLog {

    private static boolean begun;

    private OneLog() {
    }

    /** Sets it up before the first application does. */
    static synchronized void begin() {
        if (!begun) {
            begun = true;
            var logging = LoggingSystem.get(OneLog.class.getClassLoader());
            logging.beforeInitialize();
            logging.initialize(new LoggingInitializationContext(new StandardEnvironment()), null, null);
        }
    }
}
