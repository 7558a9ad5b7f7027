package io.portolan.leg;

import io.portolan.playbook.Environment;
import io.portolan.playbook.Leg;
import io.portolan.playbook.ListedPlaces;
import io.portolan.playbook.Places;
import io.portolan.playbook.Playbook;
import io.portolan.playbook.Route;
import io.portolan.playbook.Service;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A leg of an onboarding, with all that decides how it is done.
 *
 * @param onboarding the id of the onboarding
 * @param application the label of the application, {@code main} unless the TPP registers several
 * @param branch the key of the branch, or null
 * @param services the services that are asked for
 * @param startedAt when the onboarding began; no answer of the bank to it can be older
 */
public record LegOrder(String onboarding, String tpp, Playbook playbook, String environmentName, Route route, Leg leg,
        String branch, String application, Set<Service> services, Instant startedAt) {

    /** The same order with the leg done in another way. */
    public LegOrder with(Leg other) {
        return new LegOrder(onboarding, tpp, playbook, environmentName, route, other, branch, application, services, startedAt);
    }

    /** The leg as the playbook has it, also where a person does it in the place of a machine. */
    public Leg written() {
        return route.leg(leg.id()).map(each -> each.forServices(services)).orElse(leg);
    }

    /** The same order for these of its services only. */
    public LegOrder only(Set<Service> fewer) {
        return new LegOrder(onboarding, tpp, playbook, environmentName, route, leg.forServices(fewer), branch, application, fewer, startedAt);
    }

    /** Those of the services that this leg is for. */
    public Set<Service> servicesOfLeg() {
        return services.stream().filter(service -> leg.isFor(Set.of(service))).collect(Collectors.toUnmodifiableSet());
    }

    /** What a place stands for that the order itself says: the services, by their names or by those of the bank; empty for another, and where the bank's are not known. */
    public Optional<String> says(String place) {
        if (place.equals(Places.SERVICES)) {
            return Optional.of(services.stream().map(Enum::name).sorted().collect(Collectors.joining(" ")));
        }
        return !place.equals(Places.SERVICE_NAMES) || !playbook.serviceNames().keySet().containsAll(services) ? Optional.empty()
                : Optional.of(services.stream().sorted().map(playbook.serviceNames()::get).collect(Collectors.joining(" ")));
    }

    /** The value of a place, its items parted as the place wants them where it is a list of several. */
    public Value parted(String place, Value value) {
        return value instanceof Value.Plain plain && isList(place) ? new Value.Plain(ListedPlaces.parted(place, plain.text())) : value;
    }

    /** Whether the place stands for several things. */
    public boolean isList(String place) {
        return ListedPlaces.isOne(ListedPlaces.base(place), playbook, route);
    }

    /** Whether the place stands for a number, or for several. */
    public boolean isNumber(String place) {
        return ListedPlaces.isNumber(ListedPlaces.base(place), playbook, route);
    }

    /** The environment of the bank that this onboarding is for. */
    public Environment environment() {
        return playbook.environments().get(environmentName);
    }

    /** {@code test} or {@code live}. */
    public String environmentKind() {
        return environment().kind() == Environment.Kind.LIVE ? "live" : "test";
    }

    /** For which environments the certificates are that are used: those of its kind, or this one alone. */
    public String certificatesFor() {
        return environment().certificatesFor(playbook.bank(), environmentName);
    }

    /** The name of the portal, which the banks of a group share. */
    public String portalName() {
        return environment().portal() == null ? playbook.bank() : environment().portal().name();
    }

    /** The key of the portal account that this TPP has at this portal: at most one run at a time works with it. */
    public String portalAccount() {
        var portal = environment().portal();
        return tpp + "/" + (portal == null ? playbook.bank() : portal.name()) + "/" + environmentName;
    }
}
