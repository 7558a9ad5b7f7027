package io.portolan.portal;

import io.portolan.journal.Evidence;
import io.portolan.leg.ChangedTerms;
import io.portolan.leg.LegRun;
import io.portolan.leg.Outcome.Reason;
import io.portolan.playbook.Seen;
import io.portolan.playbook.Step;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;

/** Keeps the terms that are accepted in our name; those that have changed are a person's to read first. */
final class Terms {

    private final LegRun run;
    private final Browser browser;
    private final RunPlaces places;
    private final Finder finder;
    private final AcceptedTerms accepted;
    private final Clock clock;

    Terms(LegRun run, Browser browser, RunPlaces places, Finder finder, AcceptedTerms accepted, Clock clock) {
        this.run = run;
        this.browser = browser;
        this.places = places;
        this.finder = finder;
        this.accepted = accepted;
        this.clock = clock;
    }

    /** What the portal shows as its terms; where that is not their text, it tells nothing of whether they have changed. */
    private record Shown(ChangedTerms.Version version, boolean isRead) {

        String sha256() {
            return version.sha256();
        }
    }

    /** Keeps them, lets the box be ticked, and remembers it; throws {@link Stop} where a person has to read them first. */
    void accept(Step.AcceptTerms step, Runnable tick) {
        var shown = shown(step);
        var portal = run.order().environment().portal();
        var place = new AcceptedTerms.Place(run.order().tpp(), portal == null ? run.order().playbook().bank() : portal.name(),
                run.order().environmentName(), step.document().described());
        requireKnown(step, place, shown);
        tick.run();
        accepted.accepted(place, shown.sha256(), shown.version().evidence(), clock.instant());
        var agreedBy = accepted.find(place, shown.sha256()).map(AcceptedTerms.Version::agreedBy);
        run.journal("terms-accepted", shown.version() + agreedBy.map(by -> ", agreed to by " + by).orElse(""));
    }

    /** Only the answer of a person to the question about this very version, or an earlier acceptance of it, lets it be accepted. */
    private void requireKnown(Step.AcceptTerms step, AcceptedTerms.Place place, Shown shown) {
        var last = accepted.last(place);
        boolean isKnown = shown.sha256().equals(step.known()) || accepted.find(place, shown.sha256()).isPresent()
                || last.isEmpty() && step.known() == null;
        if (shown.isRead() && isKnown) {
            return;
        }
        var sentBack = run.sentBack().filter(word -> asksAbout(shown, word.detail()));
        if (sentBack.isPresent()) {
            accepted.agreed(place, shown.sha256(), shown.version().evidence(), sentBack.get().by(), clock.instant());
            return;
        }
        if (!shown.isRead()) {
            throw Stop.person(Reason.ASKED_BY_PLAYBOOK, "The bank's terms cannot be read here. Do we accept them?",
                    new ChangedTerms(null, null, shown.version()).detail());
        }
        var before = last.map(old -> new ChangedTerms.Version(old.sha256(), old.evidence(), old.acceptedAt())).orElse(null);
        throw Stop.person(Reason.ASKED_BY_PLAYBOOK, "The bank's terms have changed. Do we accept the new ones?",
                new ChangedTerms(before, before == null ? step.known() : null, shown.version()).detail());
    }

    private static boolean asksAbout(Shown shown, String detail) {
        return ChangedTerms.read(detail).filter(asked -> asked.now().sha256().equals(shown.sha256())).isPresent();
    }

    private Shown shown(Step.AcceptTerms step) {
        var look = places.look(step.document(), Look.Use.ANY);
        var document = finder.await(step, look, false);
        var address = document.href();
        if (address == null) {
            return Seen.plain(document.value()).equals(Seen.plain(look.wanted())) ? unread(document, "it says no more than the name it is found by")
                    : text(document, document.reading());
        }
        if (!finder.isOurs(address)) {
            return unread(document, "on a host that is not the bank's: not opened");
        }
        if (isOnThePageOf(document)) {
            return unread(document, "shown by a script, or elsewhere on the same page");
        }
        return browser.document(address).map(file -> new Shown(new ChangedTerms.Version(sha256(file.content()),
                        run.evidence(Evidence.Kind.TERMS, file.mediaType(), file.content()), null), true))
                .orElseGet(() -> text(document, browser.textOf(address)));
    }

    /** Whether the link only points to another place of its page; pages that are drawn by scripts have addresses behind the hash, too. */
    private static boolean isOnThePageOf(Element link) {
        var parts = link.href().split("#", 2);
        return parts.length == 2 && !parts[1].startsWith("/") && !parts[1].startsWith("!")
                && (parts[0].equals(link.frameUrl().split("#", 2)[0]) || parts[0].equals(link.topUrl().split("#", 2)[0]));
    }

    private Shown text(Element document, String text) {
        return text == null ? unread(document, "a part is drawn by a frame or a plug-in")
                : text.isBlank() ? unread(document, "no text shows there") : new Shown(text(text), true);
    }

    private Shown unread(Element document, String why) {
        return new Shown(text(document.value() + "\n" + (document.href() == null ? "" : document.href() + "\n") + "(" + why + ")"), false);
    }

    private ChangedTerms.Version text(String text) {
        return new ChangedTerms.Version(sha256(Seen.plain(text).getBytes(StandardCharsets.UTF_8)),
                run.evidence(Evidence.Kind.TERMS, "text/plain", places.masked(text).getBytes(StandardCharsets.UTF_8)), null);
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
