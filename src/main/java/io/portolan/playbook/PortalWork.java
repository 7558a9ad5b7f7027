package io.portolan.playbook;

import java.util.List;
import java.util.Optional;

/** Work on a bank's portal: steps in a browser, read-only looks that bring the signs into view, and the way back from a lost secret. */
@Doc(value = "A browser works the bank's portal.", example = "by: portal")
public record PortalWork(
        @Doc(value = "What is done on the pages, in order.", example = "steps: [{click: {text: New}}]") List<Step> steps,
        @Doc(value = "Read-only steps that bring the signs into view: before the leg is done again, and while it waits.",
                example = "look: [{open: '{{environment.base-url}}/applications'}]") List<Step> look,
        @Doc(value = "What shows in a look that it is not there yet. Where it is given, only this tells that nothing was done, even where a step"
                + " of `look` finds nothing to act on; otherwise it is enough that no other sign shows.",
                example = "absent-when: {text: You have no applications}", single = true) List<Sign> absentWhen,
        @Doc(value = "Whether the leg is done signed in, by the environment's log-in; true unless said otherwise.",
                example = "signed-in: false") Boolean signedIn,
        @Doc(value = "What shows that a secret which is shown once was shown and is gone.",
                example = "lost-when: {text: was shown once}", single = true) List<Sign> lostWhen,
        @Doc(value = "Steps that bring a lost secret again; taken by themselves only while nothing usable exists.",
                example = "if-lost: [{click: {role: button, name: Reset secret}}]") List<Step> ifLost)
        implements Work {

    /** The click that cannot be taken back, if there is one. */
    public Optional<Step.Click> pointOfNoReturn() {
        return steps.stream().filter(Step.Click.class::isInstance).map(Step.Click.class::cast)
                .filter(Step.Click::pointOfNoReturn).findFirst();
    }

    @Override
    public MeansName means() {
        return MeansName.PORTAL;
    }
}
