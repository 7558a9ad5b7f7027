package io.portolan.onboarding;

import io.portolan.playbook.LegAsked;
import io.portolan.playbook.MeansName;
import io.portolan.tpp.Tpp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The route of a wish as it would be walked now.
 *
 * @param legs those that are asked, in order
 * @param now when it would start
 * @param leastValidity for how long what ends should still be good
 */
record AskedRoute(Wish wish, Tpp tpp, List<AskedLeg> legs, Instant now, Duration leastValidity) {

    /**
     * A leg that is asked.
     *
     * @param isByPerson whether a person does it, by the playbook or because no machine may or can
     */
    record AskedLeg(LegAsked asked, boolean isByPerson) {

        String title() {
            return asked.leg().title();
        }

        boolean isByPortal() {
            return asked.leg().by() == MeansName.PORTAL;
        }
    }

    /** The places that machines fill, without which their legs stop, with the titles of those legs. */
    TreeMap<String, List<String>> filledByMachines() {
        return places(leg -> !leg.isByPerson());
    }

    /** The places that people are shown as far as they are known, with the titles of the legs; the log-in of the portal is one of those. */
    TreeMap<String, List<String>> shownToPeople() {
        var places = places(AskedLeg::isByPerson);
        if (legs.stream().anyMatch(AskedLeg::isByPortal)) {
            LegAsked.placesOfLogIn(wish.environment()).forEach(place -> places.computeIfAbsent(place, any -> titles(AskedLeg::isByPortal)));
        }
        return places;
    }

    /** All of them. */
    TreeMap<String, List<String>> places() {
        var all = shownToPeople();
        all.putAll(filledByMachines());
        return all;
    }

    private TreeMap<String, List<String>> places(Predicate<AskedLeg> which) {
        var names = legs.stream().filter(which).flatMap(leg -> leg.asked().places().stream()).collect(Collectors.toSet());
        return names.stream().collect(Collectors.toMap(name -> name, name -> titles(which.and(leg -> leg.asked().places().contains(name))),
                (one, same) -> one, TreeMap::new));
    }

    /** The titles of these legs. */
    List<String> titles(Predicate<AskedLeg> which) {
        return legs.stream().filter(which).map(AskedLeg::title).distinct().toList();
    }

    /** Titles as they stand in a sentence. */
    static String said(List<String> titles) {
        return titles.stream().map(title -> "\"" + title + "\"").collect(Collectors.joining(" and "));
    }

    /** When it may be live at the latest, by the waits that the playbook knows. */
    Instant liveBy() {
        var moment = now;
        for (var leg : legs) {
            var wait = leg.asked().leg().waiting();
            if (wait != null && wait.forUpTo() != null) {
                moment = wait.after(wait.forUpTo(), moment);
            }
        }
        return moment;
    }

    /** Until when what ends should be good at least. */
    Instant shouldLastUntil() {
        var least = now.plus(leastValidity);
        return least.isAfter(liveBy()) ? least : liveBy();
    }

    LocalDate today() {
        return day(now);
    }

    /** The day on which this moment is, in UTC, as certificates count. */
    static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    /** Whether the account holders of this bank may be sent back to us; where the playbook does not say, they may. */
    boolean mayRedirect() {
        var sca = wish.playbook().playbook().sca();
        return sca == null || sca.redirects();
    }

}
