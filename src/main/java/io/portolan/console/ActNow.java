package io.portolan.console;

import io.portolan.onboarding.Onboarding.Status;
import io.portolan.worklist.Task;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that a person may do about an onboarding now.
 *
 * @param word what it is, as a stable word
 * @param label the key of what it is called
 * @param consequence the key of what follows from it
 * @param about what it is done with, such as the title of a task, or null
 * @param href where its form is, on this page or another
 * @param post where it is sent to at once, or null where it has a form of its own elsewhere
 */
record ActNow(String word, String label, String consequence, String about, String href, String post) {

    /**
     * What decides what may be done.
     *
     * @param waiting the legs that wait for somebody outside, by their ids
     * @param earlier whether it may begin again at an earlier leg
     * @param newer whether its playbook has another version
     * @param approval the request for a second person that it waits for, or null
     * @param asksConsent whether the terms of its portal leave it to the TPP whether machines work there
     * @param mayGoElsewhere the environments that the same may be done in
     */
    record Situation(String id, Status status, List<Waiting> waiting, List<AskedTask> tasks, boolean earlier, boolean newer, String approval, boolean asksConsent,
            List<String> mayGoElsewhere) { }

    /** A leg that waits. */
    record Waiting(String leg, String title) { }

    /** A task that is open. */
    record AskedTask(String id, String title, Task.Kind kind) { }

    static List<ActNow> offered(Situation now) {
        var acts = new ArrayList<ActNow>();
        var page = "/onboardings/" + now.id();
        if (now.status().isFinal()) {
            now.mayGoElsewhere().forEach(environment -> acts.add(of("elsewhere", "act-now.elsewhere", "act-now.elsewhere.then", environment, page + "/elsewhere?environment=" + environment)));
            if (now.status() != Status.DONE) {
                acts.add(of("anew", "act-now.anew", "act-now.anew.then", null, page + "#start-anew"));
            }
            return acts;
        }
        now.tasks().forEach(task -> acts.add(task.kind() == Task.Kind.REJECTION ? of("amend", "act-now.amend", "act-now.amend.then", task.title(), "/tasks/" + task.id())
                : of("task", "act-now.task", "act-now.task.then", task.title(), "/tasks/" + task.id())));
        if (now.approval() != null) {
            acts.add(of("approval", "act-now.approval", "act-now.approval.then", null, "/approvals/" + now.approval()));
        }
        if (now.status() == Status.ON_HOLD) {
            acts.add(new ActNow("resume", "act-now.resume", "act-now.resume.then", null, page, page + "/resumption"));
        } else {
            now.waiting().forEach(leg -> acts.add(new ActNow("look", "act-now.look", "act-now.look.then", leg.title(), page, page + "/look?leg=" + leg.leg())));
        }
        now.waiting().forEach(leg -> acts.add(new ActNow("remind", "act-now.remind", "act-now.remind.then", leg.title(), page, page + "/reminder?leg=" + leg.leg())));
        acts.add(of("answer", "act-now.answer", "act-now.answer.then", null, page + "#answer-title"));
        if (now.earlier()) {
            acts.add(of("back", "act-now.back", "act-now.back.then", null, page + "/moves#back-title"));
        }
        if (now.newer()) {
            acts.add(of("playbook", "act-now.playbook", "act-now.playbook.then", null, page + "/moves#newer-title"));
        }
        if (now.asksConsent()) {
            acts.add(of("automation", "act-now.automation", "act-now.automation.then", null, page + "#automation"));
        }
        if (now.status() != Status.ON_HOLD) {
            acts.add(of("hold", "act-now.hold", "act-now.hold.then", null, page + "#hold-title"));
        }
        acts.add(of("withdraw", "act-now.withdraw", "act-now.withdraw.then", null, page + "#withdraw-title"));
        return acts;
    }

    private static ActNow of(String word, String label, String consequence, String about, String href) {
        return new ActNow(word, label, consequence, about, href, null);
    }
}
