package io.portolan.playbook;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The sentence by which the playbook reference explains a key, a step or a word, with an example in YAML. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.TYPE, ElementType.FIELD})
public @interface Doc {

    /** What the key means and in which unit. */
    String value();

    /** The key or word in YAML, where it is not the name in kebab-case; on a sealed type the key that tells its kinds apart. */
    String key() default "";

    /** A line of YAML that shows it in use. */
    String example() default "";

    /** Whether a playbook without this key is wrong. */
    boolean required() default false;

    /** Whether the keys of this component stand among those of the record that holds it. */
    boolean inline() default false;

    /** Whether a list with a single item may be written as that item. */
    boolean single() default false;

    /** Whether a mapping of templates may be written as a list, of which each item is called by the place that it holds. */
    boolean listed() default false;
}
