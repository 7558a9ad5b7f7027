package io.portolan.portal;

import io.portolan.leg.LegRun.Progress;
import io.portolan.leg.LegRun;
import io.portolan.leg.Rehearsed.Cue;
import io.portolan.playbook.MadeUp;
import io.portolan.playbook.Places;
import io.portolan.playbook.PortalWork;
import io.portolan.playbook.Sign;
import io.portolan.playbook.Specimen;
import io.portolan.playbook.Step;
import io.portolan.playbook.Target;
import io.portolan.playbook.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A portal in nobody's browser: it has every element that the steps of a leg look for, and shows what the cue says once the leg has acted. */
final class RehearsedBrowser implements Browser {

    private final LegRun run;
    private final PortalWork work;
    private final Cue cue;
    private final MadeUp madeUp;
    private final List<Sign> always = new ArrayList<>();
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, String> downloads = new HashMap<>();
    /** What was typed or ticked; it is gone with this run. */
    private final Map<String, String> held = new HashMap<>();
    private final Set<String> dismissed = new HashSet<>();
    private final Set<String> acts = new HashSet<>();
    private final List<Path> files = new ArrayList<>();
    private String url;
    private boolean hasActed;

    RehearsedBrowser(LegRun run, Cue cue, MadeUp madeUp) {
        this.run = run;
        this.work = (PortalWork) run.order().leg().work();
        this.cue = cue;
        this.madeUp = madeUp;
        this.url = madeUp.link();
        var portal = run.order().environment().portal();
        var steps = Stream.of(work.steps(), work.look(), work.ifLost(), portal == null ? List.<Step>of() : portal.logIn()).filter(Objects::nonNull)
                .flatMap(List::stream).toList();
        steps.forEach(this::learn);
        if (portal != null) {
            if (!isOfTheLeg(portal.signedIn())) {
                always.add(portal.signedIn());
            }
            portal.dismiss().forEach(target -> dismissed.add(described(target)));
        }
        work.steps().forEach(step -> target(step).ifPresent(target -> acts.add(described(target))));
        hasActed = acts.isEmpty() || run.progress() != Progress.NOTHING;
    }

    /** Where a leg that is done signed out reads as its own sign that we are signed in, only the cue says whether we are. */
    private boolean isOfTheLeg(Sign signedIn) {
        var leg = run.order().leg();
        return Boolean.FALSE.equals(work.signedIn()) && leg.signs() != null
                && Stream.of(leg.signs().doneWhen(), leg.signs().rejectedWhen(), leg.signs().waitWhen(), leg.signs().askWhen())
                        .filter(Objects::nonNull).flatMap(List::stream).anyMatch(sign -> sign.equals(signedIn));
    }

    private void learn(Step step) {
        if (step instanceof Step.Expect expect) {
            always.add(expect.sign());
        } else if (step instanceof Step.WaitFor wait) {
            always.add(wait.sign());
        } else if (step instanceof Step.CaptureValue capture) {
            values.put(described(capture.target()), Optional.ofNullable(capture.pattern()).flatMap(Specimen::of).orElseGet(() -> value(capture.as())));
        } else if (step instanceof Step.Download download) {
            downloads.put(described(download.target()), download.as() == null ? "made up" : value(download.as()));
        }
    }

    private String value(String capture) {
        var known = run.order().leg().captures().get(capture);
        return known == null ? "made-up-" + capture : madeUp.found(capture, known, run.order().services());
    }

    private static Optional<Target> target(Step step) {
        return Optional.ofNullable(step instanceof Step.Click click ? click.target() : step instanceof Step.Fill fill ? fill.target()
                : step instanceof Step.Choose choose ? choose.target() : step instanceof Step.Tick tick ? tick.target()
                : step instanceof Step.Upload upload ? upload.target() : step instanceof Step.Download download ? download.target() : null);
    }

    private String described(Target target) {
        return target.described(this::text);
    }

    private String text(Template template) {
        var portal = run.order().environment().portal();
        try {
            return run.fill(portal == null || portal.login() == null ? template : new Template(template.filled(place ->
                    place.equals(Places.LOGIN) ? portal.login().written() : "{{" + place + "}}"))).text();
        } catch (LegRun.MissingData ofTheAccount) {
            return template.written();
        }
    }

    /** What the page shows besides what is always there. */
    private Stream<Sign> shown() {
        var own = !hasActed ? work.absentWhen().stream().limit(1) : Stream.ofNullable(cue.sign());
        return Stream.concat(always.stream().filter(Objects::nonNull), own);
    }

    /** A step of the leg itself is done on the page, after which it shows what the bank makes of it. */
    void act(String what) {
        hasActed |= acts.contains(what);
        if (downloads.containsKey(what)) {
            try {
                files.add(Files.writeString(Files.createTempFile("rehearsed", ".txt"), downloads.get(what)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    Map<String, String> held() {
        return held;
    }

    String url() {
        return url + shown().map(Sign::url).filter(Objects::nonNull).collect(Collectors.joining());
    }

    @Override
    public void open(String address) {
        url = address;
    }

    @Override
    public Page page() {
        var text = shown().map(Sign::text).filter(Objects::nonNull).map(this::text).collect(Collectors.joining(".\n"));
        return new Page(url(), "Rehearsal", 200, text, false, List.of(), List.of());
    }

    @Override
    public Page pageInDetail() {
        return page();
    }

    /** An element is there unless the bank keeps it back: values where it has rejected or asks, and whatever would lie in the way. */
    @Override
    public Optional<Element> find(Look look) {
        var what = look.described();
        var isThere = switch (look.use()) {
            case SIGN -> shown().map(Sign::visible).filter(Objects::nonNull).anyMatch(target -> described(target).equals(what));
            case VALUE -> cue.kind() == Cue.Kind.DONE || cue.kind() == Cue.Kind.WAIT || !hasActed;
            case OPENER, OPENED, SEARCH -> false;
            default -> !dismissed.contains(what);
        };
        return isThere ? Optional.of(new RehearsedElement(this, what, values.getOrDefault(what, "Made up, in full"))) : Optional.empty();
    }

    @Override
    public Miss why(Look look) {
        return Miss.NOT_THERE;
    }

    @Override
    public List<Path> downloads() {
        return files.stream().filter(Files::exists).toList();
    }

    @Override
    public String textOf(String address) {
        return "Terms that are made up.";
    }

    @Override
    public Optional<Document> document(String address) {
        return Optional.empty();
    }

    @Override
    public List<String> valuesOf(List<Target> targets) {
        return List.of();
    }

    @Override
    public Optional<byte[]> maskedPicture(List<CharSequence> secrets, List<Target> secretTargets) {
        return Optional.empty();
    }

    @Override
    public boolean isCalling() {
        return false;
    }

    @Override
    public void turnToAnotherWindow() {
        // there is only one
    }

    @Override
    public void closeOtherWindows() {
        // there is only one
    }

    @Override
    public void scrollOn() {
        // everything shows
    }

    @Override
    public void answerDialogs(boolean accept) {
        // there are none
    }

    @Override
    public void holdFileChooser() {
        // none opens
    }

    @Override
    public void close() {
        // nothing is open
    }
}
