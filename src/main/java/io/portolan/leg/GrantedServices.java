package io.portolan.leg;

import io.portolan.playbook.Capture;
import io.portolan.playbook.Service;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which services a bank has granted, as a value tells that a leg has brought back. It is read only where it consists of nothing but
 * the names of services, or says that there is none: what is guessed would go live without leave.
 *
 * @param services what was granted; empty where none was
 * @param text the value as the bank gave it
 */
public record GrantedServices(Set<Service> services, String text) {

    private static final Set<String> NONE = Set.of("NONE", "[]");
    private static final Set<String> BETWEEN = Set.of("", "AND");

    /** What the value says; empty where it cannot be read. */
    public static Optional<GrantedServices> read(String text) {
        var written = text.strip().toUpperCase(Locale.ROOT);
        if (NONE.contains(written)) {
            return Optional.of(new GrantedServices(Set.of(), text));
        }
        var named = EnumSet.noneOf(Service.class);
        for (var word : words(written)) {
            var service = Stream.of(Service.values()).filter(each -> each.name().equals(word)).findFirst();
            if (service.isEmpty() && !BETWEEN.contains(word)) {
                return Optional.empty();
            }
            service.ifPresent(named::add);
        }
        return named.isEmpty() ? Optional.empty() : Optional.of(new GrantedServices(Set.copyOf(named), text));
    }

    private static List<String> words(String written) {
        return List.of(written.split("[\\s,;+&/|_\"'\\[\\]-]+"));
    }

    /** Whether a leg is to bring back by this capture what was granted, or from when, and what it has brought cannot be read. */
    public static boolean isUnreadable(Capture capture, Captured kept) {
        return kept.value() != null && (capture.tells() == Capture.Tells.GRANTED_SERVICES && read(kept.value()).isEmpty()
                || capture.tells() == Capture.Tells.EFFECTIVE_FROM && EffectiveFrom.read(kept.value(), ZoneOffset.UTC).isEmpty());
    }

    /** What becomes of a leg that is done by what it has brought back: a person reads what we cannot, and nothing granted is a rejection. */
    static Outcome judge(Outcome outcome, LegOrder order, Captures captures) {
        if (!(outcome instanceof Outcome.Done)) {
            return outcome;
        }
        var from = told(order, Capture.Tells.EFFECTIVE_FROM, captures);
        var told = told(order, Capture.Tells.GRANTED_SERVICES, captures);
        if (told.isEmpty()) {
            return from.filter(text -> EffectiveFrom.read(text, ZoneOffset.UTC).isEmpty()).map(GrantedServices::askFrom).orElse(outcome);
        }
        var granted = read(told.get());
        if (granted.isEmpty()) {
            return new Outcome.NeedsPerson(Outcome.Reason.UNEXPECTED_ANSWER, "What the bank says to have granted cannot be read: \"" + told.get()
                    + "\". Please enter which services it has granted, or none.", null);
        }
        var all = order.servicesOfLeg().equals(order.services());
        if (all && order.services().stream().noneMatch(granted.get().services()::contains)) {
            return new Outcome.Rejected(told(order, Capture.Tells.REJECTION_REASON, captures)
                    .orElse("The bank has granted none of the services that were asked for."));
        }
        return from.filter(text -> EffectiveFrom.read(text, ZoneOffset.UTC).isEmpty()).map(GrantedServices::askFrom).orElse(outcome);
    }

    /** What cannot be read is not taken for at once. */
    private static Outcome askFrom(String text) {
        return new Outcome.NeedsPerson(Outcome.Reason.UNEXPECTED_ANSWER, "From when the bank lets us in cannot be read: \"" + text
                + "\". Please enter the day, such as 2026-12-01, or the day and time.", null);
    }

    /** What a leg has brought back in its present round by the capture that tells this. */
    public static Optional<String> told(LegOrder order, Capture.Tells what, Captures captures) {
        return order.leg().captures().entrySet().stream().filter(capture -> capture.getValue().tells() == what).findFirst()
                .flatMap(capture -> captures.find(order.onboarding(), order.leg().id(), capture.getKey())).map(Captured::value);
    }
}
