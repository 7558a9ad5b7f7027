package io.portolan.playbook;

import java.util.ArrayList;
import java.util.List;

/** Checks the steps of portal legs and log-ins. */
final class StepChecks {

    private final Findings findings;
    private final SignChecks signs;
    private final TargetChecks targets;

    StepChecks(Findings findings) {
        this.findings = findings;
        this.signs = new SignChecks(findings);
        this.targets = new TargetChecks(findings);
    }

    void checkPortal(Portal portal, String path) {
        checkTargets(portal, path);
        for (int i = 0; i < portal.logIn().size(); i++) {
            var step = portal.logIn().get(i);
            var at = path + ".log-in[" + i + "]";
            if (isPointOfNoReturn(step)) {
                findings.add(at, "signing in has no point of no return; it is done again at will");
            }
            if (step.brings() != null && !(step instanceof Step.ReadMail) || step instanceof Step.AskOperator) {
                findings.add(at, "signing in captures nothing and asks nobody; that is for legs");
            }
            if (step instanceof Step.AcceptTerms) {
                findings.add(at, "signing in accepts no terms, since somebody may have to agree to them first; make a step of the leg of it that they are for");
            }
        }
        if (portal.secondFactor() != null && portal.logIn().stream().noneMatch(StepChecks::entersOwnCode)) {
            findings.add(path + ".second-factor", "log-in never enters the code", "enter-code: {label: Code, code: '{{account.totp}}'}");
        }
    }

    void check(PortalWork work, Leg leg, String path) {
        if (work.steps().isEmpty() && work.look().isEmpty() && !findings.isBroken(path)) {
            findings.add(path, "a leg by portal needs steps or look");
        }
        if (work.steps().isEmpty() && leg.signs().doneWhen().isEmpty() && !capturesIn(work.look())
                && !findings.isBroken(path)) {
            findings.add(path, "a leg that only looks needs done-when, or it never ends");
        }
        checkReadOnly(work.look(), path + ".look");
        checkPointOfNoReturn(work, leg, path);
        if (work.lostWhen().isEmpty() != work.ifLost().isEmpty()) {
            findings.add(path, "lost-when and if-lost go together: how a loss shows, and what brings the secret again");
        }
        checkSigns(work.lostWhen(), path + ".lost-when");
        checkSigns(work.absentWhen(), path + ".absent-when");
        if (!work.absentWhen().isEmpty() && (work.look().isEmpty() || work.steps().isEmpty())) {
            findings.add(path + ".absent-when", "absent-when is for a leg that looks before it acts again: it needs steps and look");
        }
        checkCaptures(work, leg, path);
        checkTargets(work, path);
    }

    private void checkSigns(List<Sign> of, String at) {
        for (int i = 0; i < of.size(); i++) {
            signs.check(of.get(i), findings.knows(at + "[" + i + "]") ? at + "[" + i + "]" : at, MeansName.PORTAL);
        }
    }

    private void checkReadOnly(List<Step> look, String path) {
        for (int i = 0; i < look.size(); i++) {
            var step = look.get(i);
            boolean changes = isPointOfNoReturn(step) || step instanceof Step.Tick || step instanceof Step.Upload
                    || step instanceof Step.AcceptTerms || step instanceof Step.AskOperator;
            if (changes) {
                findings.add(path + "[" + i + "]", "looking changes nothing:"
                        + " no tick, upload, accept-terms or ask-operator, no point of no return");
            }
        }
    }

    private void checkPointOfNoReturn(PortalWork work, Leg leg, String path) {
        var marked = new ArrayList<Integer>();
        for (int i = 0; i < work.steps().size(); i++) {
            if (isPointOfNoReturn(work.steps().get(i))) {
                marked.add(i);
            }
        }
        marked.stream().skip(1).forEach(i -> findings.add(path + ".steps[" + i + "]",
                "a leg has at most one point of no return; make two legs of it"));
        boolean clicks = work.steps().stream().anyMatch(Step.Click.class::isInstance);
        boolean saysSafe = leg.repeat() == Repeat.SAFE && findings.knows(path + ".repeat");
        if (clicks && marked.isEmpty() && !saysSafe) {
            findings.add(path, "mark the click that cannot be taken back, or say repeat: safe", "point-of-no-return: true");
        }
        boolean looks = !work.look().isEmpty();
        if (!marked.isEmpty() && !looks) {
            findings.add(path, "a leg with a point of no return needs look, which shows whether it was passed");
        }
        if (!marked.isEmpty() && leg.repeat() == Repeat.SAFE) {
            findings.add(path + ".repeat", "a leg with a point of no return is not safe to repeat", "look-first");
        }
    }

    private void checkCaptures(PortalWork work, Leg leg, String path) {
        var taken = new ArrayList<String>();
        Walk.through(work, path, (at, owner, key, value) -> {
            if (value instanceof Step step && step.brings() != null) {
                taken.add(step.brings());
                if (!leg.captures().containsKey(step.brings())) {
                    findings.unknown(at + ".as", "capture", step.brings(), leg.captures().keySet());
                }
            }
        });
        leg.captures().keySet().stream().filter(name -> !taken.contains(name)).forEach(name -> findings.add(
                path + ".captures." + name, "no capture step takes \"" + name + "\"", Nearest.to(name, taken)));
    }

    private void checkTargets(Record holder, String path) {
        Walk.through(holder, path, (at, owner, key, value) -> {
            if (value instanceof Target target && !(owner instanceof Sign)) {
                targets.check(target, at);
            } else if (value instanceof Step.Expect expect) {
                signs.check(expect.sign(), at, MeansName.PORTAL);
            } else if (value instanceof Step.WaitFor waiting) {
                signs.check(waiting.sign(), at, MeansName.PORTAL);
            } else if (value instanceof Step step) {
                Walk.targetOf(step).ifPresent(target -> targets.check(target, at));
                new PatternChecks(findings).check(step, at);
            }
        });
        if (holder instanceof Portal portal && portal.signedIn() != null) {
            signs.check(portal.signedIn(), path + ".signed-in", MeansName.PORTAL);
        }
    }

    private static boolean capturesIn(List<Step> steps) {
        return steps.stream().anyMatch(step -> step.brings() != null);
    }

    private static boolean entersOwnCode(Step step) {
        return step instanceof Step.EnterCode enter && enter.code().places().contains(Places.TOTP);
    }

    private static boolean isPointOfNoReturn(Step step) {
        return step instanceof Step.Click click && click.pointOfNoReturn();
    }
}
