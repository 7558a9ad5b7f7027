package io.portolan.playbook;

/** The kind of a captured value. */
public enum ValueType {
    TEXT, LINE, UUID, URL, DATE, PEM, FILE
}
