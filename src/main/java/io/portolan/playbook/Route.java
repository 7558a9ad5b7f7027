package io.portolan.playbook;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The ordered legs of one way in. */
public record Route(
        @Doc(value = "The name of the route, unique in its environment.", example = "name: default", required = true)
                String name,
        @Doc(value = "When this route is the one; without it, always.", example = "when: {certificate: QWAC}") When when,
        @Doc(value = "The id of a hand-drawn model that runs instead of the compiled one.", example = "model: two-gates")
                String model,
        @Doc(value = "The legs, in the bank's own order; the last proves access.",
                example = "legs: [{id: sign-up, stage: sign-up, by: operator, title: Sign up}]", required = true) List<Leg> legs) {

    /** What decides for a route; all that is given must fit. */
    public record When(
            @Doc(value = "The kind of certificate that we have.", example = "certificate: OBWAC")
                    CertificateKind certificate,
            @Doc(value = "What the issuer's name contains.", example = "issuer: D-Trust") String issuer,
            @Doc(value = "The region, as a branch key.", example = "region: gb") String region,
            @Doc(value = "A service that is asked for.", example = "service: PIS") Service service) {
    }

    /** The most that the legs of this route can prove for each service; a service for which they prove nothing is not in it. */
    public Map<Service, ProofLevel> provable() {
        var most = new EnumMap<Service, ProofLevel>(Service.class);
        Arrays.stream(Service.values()).forEach(service -> legs.stream()
                .filter(leg -> leg.onlyFor().isEmpty() || leg.onlyFor().contains(service))
                .filter(leg -> leg.work() instanceof ApiWork).flatMap(leg -> ((ApiWork) leg.work()).proves(service).stream())
                .max(Comparator.naturalOrder()).ifPresent(level -> most.put(service, level)));
        return most;
    }

    /** What is left of signing up from this leg on: its legs by portal and those that wait for a mail, up to the first of another stage. */
    public List<Leg> signUpFrom(Leg first) {
        return legs.stream().dropWhile(leg -> !leg.id().equals(first.id())).takeWhile(leg -> leg.stage() == Stage.SIGN_UP)
                .filter(leg -> leg.work() instanceof PortalWork || leg.work() instanceof MailWork mail && mail.letter() == null).toList();
    }

    /** What a leg brings back that a leg other than these uses, or that is a credential of the registration. */
    public List<String> missedWithout(Leg leg, Collection<Leg> others) {
        var used = legs.stream().filter(user -> !others.contains(user)).flatMap(user -> user.uses().stream()).collect(Collectors.toSet());
        return leg.captures().entrySet().stream().filter(each -> !each.getValue().optional())
                .filter(each -> used.contains(each.getKey()) || each.getValue().credential(each.getKey()).isOfTheRegistration())
                .map(Map.Entry::getKey).toList();
    }

    /** The leg with this id. */
    public Optional<Leg> leg(String id) {
        return legs.stream().filter(leg -> leg.id().equals(id)).findFirst();
    }

    /** The services that anything in this route is for alone. */
    public Set<Service> servicesNamed() {
        var named = EnumSet.noneOf(Service.class);
        legs.forEach(leg -> Walk.through(leg, "", (path, owner, key, value) -> {
            if (value instanceof Service service && key.equals("only-for")) {
                named.add(service);
            }
        }));
        return named;
    }

    /** Whether anything in this route says something of the branch. */
    public boolean namesBranch() {
        var found = new boolean[1];
        legs.forEach(leg -> Walk.through(leg, "", (path, owner, key, value) -> found[0] |= value instanceof Template template
                && template.places().stream().anyMatch(place -> place.startsWith(Places.BRANCH))));
        return found[0];
    }
}
