package io.portolan.playbook;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One piece of a route: what is done, by which means, what shows that it is done, and what it brings back. */
public record Leg(
        @Doc(value = "The id of the leg, unique in its route: [a-z][a-z0-9-]*.", example = "id: create-application",
                required = true) String id,
        @Doc(value = "The stage by which banks compare.", example = "stage: create-application", required = true)
                Stage stage,
        @Doc(value = "The title that people read.", example = "title: Create the application", required = true)
                String title,
        @Doc(value = "What a person is told who has to do this leg by hand.",
                example = "instruct: In the portal choose Applications, then New.") String instruct,
        @Doc(value = "Whether it may be done again without looking first.", example = "repeat: never") Repeat repeat,
        @Doc(value = "The services that this leg is for; without it, all.", example = "only-for: [PIS]")
                Set<Service> onlyFor,
        @Doc(value = "The signs by which the leg's state is read.", inline = true) Signs signs,
        @Doc(value = "What the leg brings back, by name.", example = "captures: {api-key: {secret: true}}")
                Map<String, Capture> captures,
        @Doc(value = "How long it waits and how often it looks.", key = "wait", example = "wait: {look-every: 15 minutes}")
                Wait waiting,
        @Doc(value = "What a rejection leads back to.", example = "on-rejected: {back-to: create-application}")
                OnRejected onRejected,
        @Doc(value = "What a person keeps as proof when doing it by hand.", example = "evidence: confirmation number")
                Proof evidence,
        @Doc(value = "To whom it is handed over when a person is needed, and by when.", inline = true) Handover handover,
        @Doc(value = "The means, and what it is to do.", inline = true, required = true) Work work) {

    /** The ids that every compiled route gives to what stands around its legs. */
    public static final Set<String> RESERVED = Set.of("requested", "pre-flight", "live", "stopped", "record-stop",
            "ended", "rejected", "withdrawn", "failed", "onboard", "perform-leg", "ask-operator");

    /** Where the playbook is silent, a leg is repeated only as far as that can do no harm. */
    public Leg {
        repeat = repeat != null ? repeat : usually(work);
        handover = handover != null ? handover : new Handover(null, null);
        captures = work instanceof RegistrationWork elsewhere ? elsewhere.captures() : captures;
    }

    private static Repeat usually(Work work) {
        if (work instanceof PortalWork portal && portal.pointOfNoReturn().isPresent()) {
            return Repeat.LOOK_FIRST;
        }
        if (work instanceof ApiWork api && api.look() != null) {
            return Repeat.LOOK_FIRST;
        }
        if (work instanceof MailWork mail && mail.letter() != null) {
            return Repeat.NEVER;
        }
        boolean posts = work instanceof ApiWork api && api.request() != null && "POST".equals(api.request().method());
        return posts ? Repeat.NEVER : Repeat.SAFE;
    }

    /** The means by which this leg is done. */
    public MeansName by() {
        return work.means();
    }

    /** Whether it can be seen at the bank if an earlier try has taken effect, before anything is done again. */
    public boolean canLookFirst() {
        return work instanceof ApiWork api && api.look() != null
                || work instanceof PortalWork portal && portal.look() != null && !portal.look().isEmpty();
    }

    /** Whom a wait of this leg is for: the bank, unless the playbook names another. */
    public WaitingFor waitsFor() {
        return waiting == null || waiting.waitingFor() == null ? WaitingFor.BANK : waiting.waitingFor();
    }

    /** The leg as it is for these services: without the signs, captures, texts and parts of bodies that are for others only. */
    public Leg forServices(Set<Service> services) {
        return ByService.of(this, services);
    }

    /** Whether this leg is asked of an onboarding for the given services. */
    public boolean isFor(Set<Service> services) {
        return onlyFor.isEmpty() || onlyFor.stream().anyMatch(services::contains);
    }

    /** Whether what an earlier leg has brought back under this name is given anew where this leg finds it, as RFC 7592 (section 5) allows. */
    boolean mayRotate(String capture) {
        return work instanceof ApiWork api && (api.client() == ClientAct.READ || api.client() == ClientAct.UPDATE) && captures.get(capture).optional();
    }

    /** Whether this leg by api uses a capture, be it one that it brings back itself too. */
    boolean uses(String capture) {
        var used = new boolean[1];
        Walk.through((Record) work, "", (path, owner, key, value) -> used[0] |= value instanceof Template template
                && template.places().contains(Places.CAPTURED + capture));
        return used[0];
    }

    /** The captures of earlier legs that this leg uses, client id and secret of its token call among them. */
    public Set<String> uses() {
        var used = new LinkedHashSet<String>();
        Walk.Visitor visitor = (path, owner, key, value) -> {
            if (value instanceof Template template) {
                template.places().stream().filter(place -> place.startsWith(Places.CAPTURED))
                        .forEach(place -> used.add(place.substring(Places.CAPTURED.length())));
            }
        };
        Walk.through((Record) work, "", visitor);
        Walk.through(signs, "", visitor);
        if (work instanceof DeriveWork) {
            captures.values().forEach(capture -> Walk.through(capture, "", visitor));
        }
        if (work instanceof ApiWork api && api.token() != null) {
            used.addAll(api.token().usesByItself());
        }
        used.removeAll(captures.keySet());
        return used;
    }

    /** The names of the captures that are secret. */
    public List<String> secretCaptures() {
        return captures.entrySet().stream().filter(c -> c.getValue().secret()).map(Map.Entry::getKey).toList();
    }
}
