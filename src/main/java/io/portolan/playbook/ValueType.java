package io.portolan.playbook;

/** The kind of a captured value. */
public enum ValueType {
    @Doc("Any text; what it is where the playbook does not say.") TEXT,
    @Doc("A text on one line.") LINE,
    @Doc("A UUID (RFC 9562).") UUID,
    @Doc("An address.") URL,
    @Doc("A date such as 2026-11-01.") DATE,
    @Doc("A date and time such as 2026-11-30T10:00, in the bank's time zone where it has no offset.") DATE_TIME,
    @Doc("A certificate or key in PEM (RFC 7468).") PEM,
    @Doc("Several values, one per line; of an answer, the items of an array.") LIST,
    @Doc("A number such as 3600; one place alone in a JSON body is a number there, too.") NUMBER,
    @Doc("A file.") FILE
}
