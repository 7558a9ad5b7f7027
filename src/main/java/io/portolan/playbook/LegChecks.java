package io.portolan.playbook;

import java.util.regex.Pattern;

/** Checks a leg by itself: its id, and that its means has what it needs. */
final class LegChecks {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*");

    private final Findings findings;

    LegChecks(Findings findings) {
        this.findings = findings;
    }

    void check(Leg leg, Environment environment, String path) {
        checkId(leg, path);
        if (leg.handover().group() != null && !ID.matcher(leg.handover().group()).matches()) {
            findings.add(path + ".group", "\"" + leg.handover().group() + "\" is not a name: [a-z][a-z0-9-]*");
        }
        if (leg.work() == null) {
            return;
        }
        new SignChecks(findings).check(leg, path);
        new SignsApart(findings).check(leg, path);
        if (leg.repeat() == Repeat.LOOK_FIRST && !canLook(leg.work())) {
            findings.add(path + ".repeat", "look-first needs a leg by portal or api with look");
        }
        if (leg.work() instanceof PortalWork work) {
            new StepChecks(findings).check(work, leg, path);
            checkSignIn(work, environment, path);
        } else if (leg.work() instanceof ApiWork work) {
            new ApiChecks(findings).check(work, leg, path);
            ApiChecks.checkGenerated(findings, work.generate(), path);
        } else if (leg.work() instanceof MailWork) {
            checkTaken(leg, path);
        } else if (leg.work() instanceof RegistrationWork && findings.knows(path + ".captures")) {
            findings.add(path + ".captures", "what this leg brings back is what it takes: say take: {...}");
        } else if (leg.work() instanceof DeriveWork work) {
            checkDerived(work, leg, path);
            ApiChecks.checkGenerated(findings, work.generate(), path);
        }
        leg.captures().forEach((name, capture) -> new CaptureChecks(findings).check(capture, path + ".captures." + name));
        checkWait(leg, path);
    }

    private static boolean canLook(Work work) {
        return work instanceof PortalWork portal && !portal.look().isEmpty() || work instanceof ApiWork api && api.look() != null;
    }

    private void checkId(Leg leg, String path) {
        if (leg.id() == null) {
            return;
        }
        if (!ID.matcher(leg.id()).matches()) {
            findings.add(path + ".id", "\"" + leg.id() + "\" is not an id: [a-z][a-z0-9-]*");
        }
        if (Leg.RESERVED.contains(leg.id())) {
            findings.add(path + ".id", "\"" + leg.id() + "\" is what every route calls something else; choose another");
        }
        if (leg.id().startsWith(Needs.NeededRegistration.LEG_PREFIX)) {
            findings.add(path + ".id", "an id that begins with " + Needs.NeededRegistration.LEG_PREFIX
                    + " is made of needs.registrations; choose another");
        }
    }

    private void checkSignIn(PortalWork work, Environment environment, String path) {
        boolean signsIn = !Boolean.FALSE.equals(work.signedIn());
        if (signsIn && (environment.portal() == null || environment.portal().logIn().isEmpty())) {
            findings.add(path, "the environment has no portal with log-in; give it one or say signed-in: false");
        }
    }

    private void checkTaken(Leg leg, String path) {
        leg.captures().forEach((name, capture) -> {
            if (capture.from() == null) {
                findings.add(path + ".captures." + name, "say what of the mail it is, such as from: 'link:/confirm/'");
            } else {
                new CaptureChecks(findings).checkFrom(capture.from().written(), path + ".captures." + name + ".from", "link:", "code:", "attachment:");
            }
        });
    }

    private void checkDerived(DeriveWork work, Leg leg, String path) {
        if (leg.captures().isEmpty() && work.generate().isEmpty()) {
            findings.add(path, "a leg by derive needs captures or generate");
        }
        leg.captures().forEach((name, capture) -> {
            if (capture.from() == null) {
                findings.add(path + ".captures." + name,
                        "say what it is computed from, such as from: '{{certificate.qwac.organisation-id}}'");
            }
        });
    }

    private void checkWait(Leg leg, String path) {
        leg.captures().forEach((name, capture) -> {
            if (capture.effective() != null) {
                checkCalendar(capture.effective().calendar(), path + ".captures." + name + ".effective.calendar");
            }
        });
        var wait = leg.waiting();
        if (wait == null) {
            return;
        }
        checkCalendar(wait.calendar(), path + ".wait.calendar");
        if (wait.cutOff() != null) {
            checkCalendar(wait.cutOff().calendar(), path + ".wait.cut-off.calendar");
        }
        if (wait.until() != null && wait.until().isPlain() && AgreedTime.read(wait.until().written(), wait.zone()).isEmpty()) {
            findings.add(path + ".wait.until", "\"" + wait.until() + "\" is no date and time such as 2026-11-30T10:00, or a place that holds one");
        }
        if (wait.backTo() != null && wait.deadline() == null) {
            findings.add(path + ".wait.back-to", "without deadline there is nothing that leads back; say deadline: too", "deadline");
        }
    }

    private void checkCalendar(String calendar, String path) {
        if (calendar != null && !BusinessDays.isKnown(calendar)) {
            findings.add(path, "\"" + calendar + "\" is neither TARGET nor the ISO 3166 code of a country or region whose holidays are known", "TARGET");
        }
    }
}
