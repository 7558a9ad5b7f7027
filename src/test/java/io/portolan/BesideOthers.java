package io.portolan;

import static io.portolan.BesideOthers.ONE_AT_A_TIME;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Tests that mostly wait, and share nothing with those that work an application: they run beside these, one class of them at a time. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(ONE_AT_A_TIME)
@ResourceLock(value = BesideOthers.BROWSERS, mode = ResourceAccessMode.READ)
public @interface BesideOthers {

    /** What keeps them one at a time. */
    String ONE_AT_A_TIME = "beside-others";

    /** The browsers that this JVM has started: whoever ends them all writes. */
    String BROWSERS = "browsers";
}
