package io.portolan.portal;

import io.portolan.journal.Evidence;
import io.portolan.leg.LegRun;
import io.portolan.leg.Outcome.Reason;
import io.portolan.leg.Outcome;
import io.portolan.mail.AwaitedMails;
import io.portolan.mail.MailboxUnreachable;
import io.portolan.playbook.CredentialKind;
import io.portolan.playbook.Leg;
import io.portolan.playbook.Places;
import io.portolan.playbook.Step;
import io.portolan.playbook.Template;
import io.portolan.vault.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Keeps what a leg takes from pages, files and mails: a secret is in the vault before anything else is done. */
final class Takings {

    private static final Duration SETTLING = Duration.ofMillis(400);
    /** A value that goes on changing for longer, or more often, never settles. */
    private static final Duration MOST_SETTLING = SETTLING.multipliedBy(10);
    private static final int MOST_CHANGES = 100;
    /** What pages put in place of a secret, or of its end, once it was shown. */
    private static final Pattern COVERED = Pattern.compile("[•●∙]|\\*{3}");
    private static final long MOST_BYTES = 10_000_000;

    private final LegRun run;
    private final Browser browser;
    private final RunPlaces places;
    private final Finder finder;
    private final Patience patience;
    private final AwaitedMails mails;
    private final Patience patienceWithMails;
    private final List<Fresh> unsettled = new ArrayList<>();

    /** What was taken a moment ago, and as what it showed. */
    private record Fresh(Step.CaptureValue step, Look look, String shown) { }

    Takings(LegRun run, Browser browser, RunPlaces places, Finder finder, Patience patience, AwaitedMails mails, Patience patienceWithMails) {
        this.run = run;
        this.browser = browser;
        this.places = places;
        this.finder = finder;
        this.patience = patience;
        this.mails = mails;
        this.patienceWithMails = patienceWithMails;
    }

    /** Keeps what an element shows as this capture. */
    void capture(Step.CaptureValue step, Element element) {
        var shown = element.value().strip();
        var part = step.pattern() == null ? Optional.of(shown) : part(step.pattern(), shown);
        if (part.isEmpty()) {
            if (isSecret(step.as())) {
                places.hide(shown);
            }
            throw Stop.person(Reason.PAGE_CHANGED, "The portal has changed: what " + step.target().described()
                    + " shows does not have the form of " + step.as(), "Step: " + step.described() + "\nLooked for: " + step.pattern());
        }
        keep(step.as(), part.get());
    }

    /** Keeps what an element shows at once; {@link #settle} sees to what becomes of it. */
    void captureAtOnce(Step.CaptureValue step) {
        if (Stream.of(step.target().label(), step.target().name(), step.target().text(), step.target().inRow()).filter(Objects::nonNull)
                .flatMap(text -> text.places().stream()).anyMatch(place -> place.startsWith(Places.CAPTURED))) {
            settle();
        }
        var look = places.look(step.target(), Look.Use.VALUE);
        shown(step, look).ifPresent(element -> captureUnsettled(step, look, element));
    }

    /** What is optional is not waited for any longer than a page needs that is there. */
    private Optional<Element> shown(Step.CaptureValue step, Look look) {
        var capture = run.order().leg().captures().get(step.as());
        if (capture == null || !capture.optional()) {
            return Optional.of(finder.await(step, look, true));
        }
        finder.letThePageFinish();
        return finder.within(Hands.SHORTLY, step, look, true);
    }

    private void captureUnsettled(Step.CaptureValue step, Look look, Element element) {
        capture(step, element);
        unsettled.add(new Fresh(step, look, element.value()));
    }

    /** Takes, secrets first, what shows right now of what is not held yet, since it may never show again; it never ends a run. */
    void takeWhatShows(List<Step.CaptureValue> captures) {
        captures.stream().filter(step -> !run.has(step.as())).sorted(Comparator.comparing(step -> !isSecret(step.as()))).forEach(step -> {
            try {
                var look = places.look(step.target(), Look.Use.VALUE);
                finder.now(look).ifPresent(element -> captureUnsettled(step, look, element));
            } catch (Stop doesNotFit) {
                run.journal("not-taken", "What the page shows in place of " + step.as() + " does not have its form");
            } catch (LegRun.MissingData notYet) {
                // It is found by something that could not be taken either, so it is not sought.
            }
        });
        settle();
    }

    /**
     * Keeps once more what the captures since the last time have become on this page, all in one short wait: one may have shown an
     * old value, or half of one. What does not have the form of the capture, or covers it, leaves what was kept first as it is.
     */
    void settle() {
        var watched = new ArrayList<>(unsettled);
        unsettled.clear();
        long end = System.nanoTime() + MOST_SETTLING.toNanos();
        for (int changes = 0; !watched.isEmpty() && changes < MOST_CHANGES && System.nanoTime() < end; changes++) {
            var changed = patience.atMost(SETTLING).until(() -> watched.stream().filter(this::hasChanged).findFirst());
            if (changed.isEmpty()) {
                return;
            }
            finder.now(changed.get().look()).ifPresent(element -> {
                watched.set(watched.indexOf(changed.get()), new Fresh(changed.get().step(), changed.get().look(), element.value()));
                captureIfItFits(changed.get().step(), element);
            });
        }
    }

    private boolean hasChanged(Fresh fresh) {
        return finder.now(fresh.look()).filter(element -> !element.value().equals(fresh.shown())).isPresent();
    }

    private void captureIfItFits(Step.CaptureValue step, Element later) {
        try {
            if (!COVERED.matcher(later.value()).find()) {
                capture(step, later);
            }
        } catch (Stop doesNotFit) {
            run.journal("left-as-it-was", "What the page showed later in place of " + step.as() + " does not have its form");
        }
    }

    private static Optional<String> part(String pattern, String shown) {
        var match = Pattern.compile(pattern).matcher(shown);
        return match.find() ? Optional.ofNullable(match.group(1)) : Optional.empty();
    }

    private boolean isSecret(String name) {
        return isSecret(run.order().leg(), name);
    }

    /** Whether what a leg captures by this name goes to the vault. */
    static boolean isSecret(Leg leg, String name) {
        var capture = leg.captures().get(name);
        return capture == null || capture.secret() || capture.credential(name) == CredentialKind.TOTP_SEED;
    }

    private void keep(String name, String found) {
        var capture = run.order().leg().captures().get(name);
        var value = capture == null ? found : capture.taken(found).orElseThrow(() -> Stop.person(Reason.PAGE_CHANGED,
                "The portal has changed: what was taken does not have the form of " + name, null));
        if (!isSecret(name)) {
            run.keep(name, value, null);
            return;
        }
        places.hide(value);
        try (var secret = Secret.of(value)) {
            if (capture != null && capture.credential(name) == CredentialKind.TOTP_SEED) {
                keepSeed(name, secret);
            } else {
                run.keepSecret(name, secret, null);
            }
        }
    }

    /** The seed of one-time codes is the account's, which outlives this onboarding. */
    private void keepSeed(String name, Secret seed) {
        try {
            places.keepSeed(seed);
        } catch (IllegalArgumentException e) {
            throw Stop.person(Reason.PAGE_CHANGED, "The portal has changed: what was taken is no seed of one-time codes", e.getMessage());
        }
        run.keep(name, "with the portal account", null);
    }

    /** Clicks what downloads, and keeps what comes. */
    void download(Step.Download step, Runnable click) {
        var before = Set.copyOf(browser.downloads());
        click.run();
        var file = patience.until(() -> browser.downloads().stream().filter(each -> !before.contains(each)).findFirst())
                .orElseThrow(() -> finder.unusable(step, places.look(step.target(), Look.Use.ANY), Miss.DISABLED));
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw Stop.person(Reason.UNEXPECTED_ANSWER, "A file of the portal is larger than " + MOST_BYTES / 1_000_000 + " MB",
                        "Step: " + step.described());
            }
            keepFile(step, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keepFile(Step.Download step, Path file) throws IOException {
        var content = Files.readAllBytes(file);
        Files.delete(file);
        var name = file.getFileName().toString();
        run.journal("downloaded", places.masked(name) + ", " + content.length + " bytes, SHA-256 " + Terms.sha256(content));
        if (step.as() != null) {
            keep(step.as(), new String(content, StandardCharsets.UTF_8).strip());
        }
        if (step.as() == null || !isSecret(step.as())) {
            var type = Optional.ofNullable(Files.probeContentType(file)).orElse("application/octet-stream");
            run.evidence(Evidence.Kind.DOWNLOAD, type, type.startsWith("text/")
                    ? places.masked(new String(content, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8) : content);
        }
    }

    /** Waits for a mail and keeps what it holds; what signing in reads is kept for this run alone. */
    void readMail(Step.ReadMail step, Instant since, boolean signsIn) {
        var wanted = new AwaitedMails.Wanted(step.from(), step.subject(), places.fill(new Template(step.take())), since);
        Optional<AwaitedMails.Found> found;
        try {
            found = patienceWithMails.until(() -> mails.look(run, wanted));
        } catch (MailboxUnreachable unreachable) {
            throw new Stop(new Outcome.Fault("The mailbox cannot be read"));
        }
        var mail = found.orElseThrow(() -> Stop.person(Reason.UNEXPECTED_ANSWER, "No mail came from " + step.from() + " with "
                + step.as(), "Step: " + step.described()));
        if (!mail.proven()) {
            throw Stop.person(Reason.UNEXPECTED_ANSWER, "A mail came with " + step.as() + ", and nothing proves that it is the bank's",
                    places.masked("Subject: " + mail.subject()));
        }
        if (signsIn) {
            places.hide(mail.value());
            places.remember(step.as(), mail.value());
        } else {
            keep(step.as(), mail.value());
        }
    }
}
