package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.leg.LegState;
import io.portolan.onboarding.UnderWay;
import io.portolan.playbook.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Banks by stages: where something runs, how it stands there, and for how long. */
record StageMatrix(List<String> stages, List<Row> rows) {

    /** A bank. */
    record Row(String bank, String name, String href, List<Cell> cells) { }

    /** What is at one stage of one bank; without a state there is nothing. */
    record Cell(BadgeView state, String age, long number, String href, String stage) { }

    static StageMatrix of(List<UnderWay.Cell> found, String tpp, UnaryOperator<String> names, Instant now) {
        var byBank = new LinkedHashMap<String, List<UnderWay.Cell>>();
        found.forEach(cell -> byBank.computeIfAbsent(cell.bank(), none -> new ArrayList<>()).add(cell));
        return new StageMatrix(Stream.of(Stage.values()).map(Wording::of).toList(), byBank.entrySet().stream().map(each -> new Row(each.getKey(),
                names.apply(each.getKey()), list(tpp, each.getKey()).with("open", "true").written(),
                Stream.of(Stage.values()).map(stage -> each.getValue().stream().filter(cell -> cell.stage() == stage).findFirst()
                        .map(cell -> cell(cell, tpp, now)).orElse(new Cell(null, null, 0, null, Wording.of(stage)))).toList())).toList());
    }

    private static Cell cell(UnderWay.Cell cell, String tpp, Instant now) {
        var href = cell.number() == 1 ? Address.of("/onboardings/" + cell.onboarding()) : list(tpp, cell.bank()).with("stage", Wording.word(cell.stage()));
        return new Cell(state(cell.state()), age(Duration.between(cell.since(), now)), cell.number(), href.written(), Wording.of(cell.stage()));
    }

    /** As short as a cell needs it; of what is under way and rejected, one of us decides what comes of it. */
    private static BadgeView state(LegState state) {
        var badge = BadgeView.of(state);
        return switch (state) {
            case WITH_PERSON -> new BadgeView(badge.word(), say("dashboard.for-us"), badge.tone());
            case REJECTED -> new BadgeView(badge.word(), say("dashboard.rejected-for-us"), badge.tone());
            default -> badge;
        };
    }

    private static Address list(String tpp, String bank) {
        return Address.of("/onboardings").with("bank", bank).with("tpp", tpp);
    }

    /** For how long, in one unit, such as {@code 3 d}. */
    static String age(Duration span) {
        if (span.toMinutes() < 1) {
            return say("time.now");
        }
        if (span.toHours() < 1) {
            return say("dashboard.min", span.toMinutes());
        }
        return span.toHours() < 48 ? say("time.h", span.toHours()) : say("time.d", span.toDays());
    }
}
