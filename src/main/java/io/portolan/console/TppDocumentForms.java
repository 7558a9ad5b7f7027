package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.tpp.EditTpps;
import io.portolan.tpp.Tpps.Document;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The documents of a TPP as its page shows them. */
@Component
class TppDocumentForms {

    /** So many days before its last a document says that it ends soon. */
    private static final int SOON = 60;

    private final EditTpps tpps;
    private final Clock clock;

    TppDocumentForms(EditTpps tpps, Clock clock) {
        this.tpps = tpps;
        this.clock = clock;
    }

    /** A document as a row. */
    record DocumentLine(String name, String kind, String fileName, String type, String size, boolean isPicture, TimeView kept, String by, String lastDay, BadgeView standing) { }

    void show(String tpp, Map<String, String> typed, Map<String, String> wrong, Model model) {
        model.addAttribute("documents", tpps.documents(tpp).stream().map(this::line).toList());
        model.addAttribute("documentKinds", kinds(typed.get("kind")));
        model.addAttribute("documentTyped", typed);
        model.addAttribute("documentWrong", wrong);
    }

    private DocumentLine line(EditTpps.KeptDocument d) {
        return new DocumentLine(d.name(), Wording.sentence(d.kind()), d.fileName(), d.mediaType(), DossierView.size(d.size()), d.mediaType().startsWith("image/"),
                TimeView.of(d.keptAt(), clock.instant()), Wording.actor(d.keptBy()), d.expiresOn() == null ? null : d.expiresOn().toString(), standing(d.expiresOn()));
    }

    private BadgeView standing(LocalDate lastDay) {
        if (lastDay == null) {
            return null;
        }
        long left = ChronoUnit.DAYS.between(LocalDate.now(clock), lastDay);
        return left < 0 ? new BadgeView("expired", say("tpp.expired"), "rejected") : left <= SOON ? new BadgeView("ends-soon", say("tpp.ends-soon"), "waiting") : new BadgeView("good", say("tpp.good"), "done");
    }

    private static List<TppFields.Choice> kinds(String chosen) {
        return Arrays.stream(Document.Kind.values()).map(kind -> new TppFields.Choice(kind.name(), Wording.sentence(kind), kind.name().equals(chosen))).toList();
    }
}
