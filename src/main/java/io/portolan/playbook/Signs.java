package io.portolan.playbook;

import java.util.List;

/** The signs of a leg, each a list of alternatives; they are read in the order done, rejected, wait, ask. */
public record Signs(
        @Doc("What shows that the leg is done.") List<Sign> doneWhen,
        @Doc("What shows that the bank has rejected.") List<Sign> rejectedWhen,
        @Doc("What shows that the leg must wait, for the bank unless the route says otherwise.") List<Sign> waitWhen,
        @Doc("What shows that a person is needed.") List<Sign> askWhen) {
}
