package io.portolan.portal;

import io.portolan.journal.Evidence;
import io.portolan.leg.ChangedTerms;
import io.portolan.leg.LegRun;
import io.portolan.leg.Outcome.Reason;
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

    /** Keeps them, lets the box be ticked, and remembers it; throws {@link Stop} where a person has to read them first. */
    void accept(Step.AcceptTerms step, Runnable tick) {
        var shown = shown(step);
        var portal = run.order().environment().portal();
        var place = new AcceptedTerms.Place(run.order().tpp(), portal == null ? run.order().playbook().bank() : portal.name(),
                run.order().environmentName(), step.document() == null ? "the page" : step.document().described());
        requireKnown(step, place, shown);
        tick.run();
        accepted.accepted(place, shown.sha256(), shown.evidence(), clock.instant());
        var agreedBy = accepted.find(place, shown.sha256()).map(AcceptedTerms.Version::agreedBy);
        run.journal("terms-accepted", shown + agreedBy.map(by -> ", agreed to by " + by).orElse(""));
    }

    /** Only the answer of a person to the question about this very version, or an earlier acceptance of it, lets it be accepted. */
    private void requireKnown(Step.AcceptTerms step, AcceptedTerms.Place place, ChangedTerms.Version shown) {
        boolean saysItself = step.document() != null || step.known() != null;
        if (!saysItself || shown.sha256().equals(step.known()) || accepted.find(place, shown.sha256()).isPresent()) {
            return;
        }
        var last = accepted.last(place);
        if (last.isEmpty() && step.known() == null) {
            return;
        }
        var sentBack = run.sentBack().filter(word -> asksAbout(shown, word.detail()));
        if (sentBack.isPresent()) {
            accepted.agreed(place, shown.sha256(), shown.evidence(), sentBack.get().by(), clock.instant());
            return;
        }
        var before = last.map(old -> new ChangedTerms.Version(old.sha256(), old.evidence(), old.acceptedAt())).orElse(null);
        throw Stop.person(Reason.ASKED_BY_PLAYBOOK, "The bank's terms have changed. Do we accept the new ones?",
                new ChangedTerms(before, before == null ? step.known() : null, shown).detail());
    }

    private static boolean asksAbout(ChangedTerms.Version shown, String detail) {
        return ChangedTerms.read(detail).filter(asked -> asked.now().sha256().equals(shown.sha256())).isPresent();
    }

    private ChangedTerms.Version shown(Step.AcceptTerms step) {
        if (step.document() == null) {
            return text(browser.page().text());
        }
        var document = finder.await(step, places.look(step.document(), Look.Use.ANY), false);
        if (document.href() == null) {
            return text(document.value());
        }
        if (!finder.isOurs(document.href())) {
            return text(document.value() + "\n" + document.href() + "\n(on a host that is not the bank's: not opened)");
        }
        return browser.document(document.href()).map(file -> new ChangedTerms.Version(sha256(file.content()),
                        run.evidence(Evidence.Kind.TERMS, file.mediaType(), file.content()), null))
                .orElseGet(() -> text(browser.textOf(document.href())));
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
