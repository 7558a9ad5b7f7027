package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.onboarding.Onboarding;
import io.portolan.onboarding.Onboardings;
import io.portolan.playbook.Environment;
import io.portolan.playbook.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the list of onboardings is filtered by, as its address has it; a word that is none counts as nothing.
 *
 * @param stage where they are now
 * @param passed a stage that they have passed
 * @param promise {@code broken} for those whose bank has not kept what it promised
 * @param open whether only those are shown that are not over
 * @param days in how many days until now they have passed the stage, or ended
 */
record OnboardingFilter(String status, String bank, String tpp, String kind, String stage, String passed, String promise, Boolean open, Integer days) {

    Onboardings.Filter asked(Instant now) {
        return new Onboardings.Filter(Given.text(tpp), Given.text(bank), null, Given.word(Onboarding.Status.class, status), Given.word(Environment.Kind.class, kind), isOpen(),
                Given.word(Stage.class, stage), Given.word(Stage.class, passed), "broken".equals(promise), days == null ? null : now.minus(Given.days(days)));
    }

    private boolean isOpen() {
        return Boolean.TRUE.equals(open);
    }

    public boolean isSet() {
        return Stream.of(status, bank, tpp, kind).anyMatch(one -> Given.text(one) != null) || !said().isEmpty();
    }

    /** What of it has no field of its own, in words. */
    public List<String> said() {
        var said = new ArrayList<String>();
        if (isOpen()) {
            said.add(say("onboarding.not-over"));
        }
        if (Given.word(Stage.class, stage) != null) {
            said.add(say("onboarding.now-at-the-stage", Wording.of(Given.word(Stage.class, stage))));
        }
        if (Given.word(Stage.class, passed) != null) {
            said.add(say("onboarding.past-the-stage", Wording.of(Given.word(Stage.class, passed))));
        }
        if ("broken".equals(promise)) {
            said.add(say("onboarding.whose-bank-has-promised-to"));
        }
        if (days != null) {
            said.add(say("onboarding.within-days", days));
        }
        return said;
    }

    /** The list as it is filtered, with another status. */
    public String withStatus(String other) {
        return address().with("status", other).written();
    }

    /** The page that follows. */
    public String next(String cursor) {
        return address().with("cursor", cursor).written();
    }

    private Address address() {
        return Address.of("/onboardings").with("status", status).with("bank", bank).with("tpp", tpp).with("kind", kind).with("stage", stage)
                .with("passed", passed).with("promise", promise).with("open", isOpen() ? "true" : null).with("days", days);
    }
}
