package io.portolan.playbook;

import java.util.List;
import java.util.Set;

/** The signs of a leg, each a list of alternatives; they are read in the order done, rejected, wait, ask. */
public record Signs(
        @Doc(value = "What shows that the leg is done.",
                example = "done-when: {text: Your application is active}", single = true) List<Sign> doneWhen,
        @Doc(value = "What shows that the bank has rejected.",
                example = "rejected-when: {text: Rejected}", single = true) List<Sign> rejectedWhen,
        @Doc(value = "What shows that the leg must wait, for the bank unless wait says otherwise.",
                example = "wait-when: [{text: Pending}, {text: Under review}]", single = true) List<Sign> waitWhen,
        @Doc(value = "What shows that a person is needed.",
                example = "ask-when: {text: captcha}", single = true) List<Sign> askWhen) {

    /** Those that say something where these services are asked for. */
    Signs forServices(Set<Service> services) {
        return new Signs(of(doneWhen, services), of(rejectedWhen, services), of(waitWhen, services), of(askWhen, services));
    }

    private static List<Sign> of(List<Sign> signs, Set<Service> services) {
        return signs.stream().filter(sign -> sign.isFor(services)).toList();
    }
}
