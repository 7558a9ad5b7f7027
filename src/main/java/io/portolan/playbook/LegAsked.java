package io.portolan.playbook;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A leg as it is done for certain services, to see beforehand what of ours it uses; all that is found out once, since it only changes with the playbook. */
public final class LegAsked {

    private static final String CERTIFICATE = "certificate.";

    private final Leg leg;
    private final Set<String> places;
    private final Set<String> documents;
    private final Set<CertificateKind> keys;
    private final Set<WantedSignature> signatures;
    private final Set<CertificateKind> certificates;

    /** One without the signs, steps and calls that are for other services only. */
    public LegAsked(Leg leg) {
        this.leg = leg;
        this.places = Collections.unmodifiableSet(places(leg));
        this.documents = places.stream().filter(place -> place.startsWith(Places.DOCUMENT)).map(place -> place.substring(Places.DOCUMENT.length()))
                .collect(Collectors.collectingAndThen(Collectors.toCollection(TreeSet::new), Collections::unmodifiableSet));
        this.keys = Collections.unmodifiableSet(CallByHand.keysOf(leg));
        this.signatures = Set.copyOf(WantedSignature.of(leg.work()));
        var kinds = EnumSet.noneOf(CertificateKind.class);
        kinds.addAll(keys);
        places.stream().filter(place -> place.startsWith(CERTIFICATE)).map(place -> place.substring(CERTIFICATE.length(), place.indexOf('.', CERTIFICATE.length())))
                .forEach(name -> kinds.add(CertificateKind.valueOf(name.toUpperCase(Locale.ROOT))));
        this.certificates = Collections.unmodifiableSet(kinds);
    }

    /** What it is for these services. */
    public static LegAsked of(Leg leg, Set<Service> services) {
        var fitting = leg.forServices(services);
        if (fitting.work() instanceof PortalWork work) {
            var steps = Records.with(Records.with(work, "steps", taken(work.steps(), services)), "look", taken(work.look(), services));
            return new LegAsked(Records.with(fitting, "work", Records.with(steps, "ifLost", taken(work.ifLost(), services))));
        }
        return !(fitting.work() instanceof ApiWork work) ? new LegAsked(fitting) : new LegAsked(Records.with(fitting, "work",
                Records.with(work, "probe", work.probe().stream().filter(probe -> probe.onlyFor().isEmpty() || services.stream().anyMatch(probe::isFor)).toList())));
    }

    private static List<Step> taken(List<Step> steps, Set<Service> services) {
        return steps == null ? null : steps.stream().filter(step -> step.onlyFor() == null || step.onlyFor().isEmpty() || step.onlyFor().stream().anyMatch(services::contains)).toList();
    }

    /** The leg itself. */
    public Leg leg() {
        return leg;
    }

    /** The places of all its templates. */
    public Set<String> places() {
        return places;
    }

    /** The places of what signs in at a portal, and of the log-in itself; none where there is no portal. */
    public static Set<String> placesOfLogIn(Environment environment) {
        return environment.portal() == null ? Set.of() : places(environment.portal());
    }

    private static Set<String> places(Record owner) {
        var places = new TreeSet<String>();
        Walk.through(owner, "", (path, record, key, value) -> {
            if (value instanceof Template template) {
                places.addAll(template.places());
            }
        });
        return places;
    }

    /** The names of the documents that it hands over. */
    public Set<String> documents() {
        return documents;
    }

    /** The kinds of certificates whose keys it needs. */
    public Set<CertificateKind> keys() {
        return keys;
    }

    /** The signatures that it makes with them. */
    public Set<WantedSignature> signatures() {
        return signatures;
    }

    /** The kinds of certificates that it uses in any way: their keys, or what stands in them. */
    public Set<CertificateKind> certificates() {
        return certificates;
    }
}
