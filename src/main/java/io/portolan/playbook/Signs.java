package io.portolan.playbook;

import java.util.List;

/** The signs of a leg, each a list of alternatives; they are read in the order done, rejected, wait, ask. */
public record Signs(
        @Doc(value = "What shows that the leg is done.", single = true) List<Sign> doneWhen,
        @Doc(value = "What shows that the bank has rejected.", single = true) List<Sign> rejectedWhen,
        @Doc(value = "What shows that the leg must wait, for the bank unless the route says otherwise.", single = true) List<Sign> waitWhen,
        @Doc(value = "What shows that a person is needed.", single = true) List<Sign> askWhen) {
}
