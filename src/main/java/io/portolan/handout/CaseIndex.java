package io.portolan.handout;

import io.portolan.journal.Entry;
import io.portolan.onboarding.LegView;
import io.portolan.playbook.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The readable index of a case file, for somebody who knows nothing of Portolan. */
final class CaseIndex {

    private final CaseContents told;

    CaseIndex(CaseContents told) {
        this.told = told;
    }

    String page(String howToCheck) {
        var page = new Html("Case file: " + told.legalName() + " at " + told.bankName());
        beginning(page);
        waits(page);
        happenings(page);
        steps(page);
        entries(page);
        evidence(page);
        return page.heading("How to check that nothing was changed").code(howToCheck).whole();
    }

    private void beginning(Html page) {
        var onboarding = told.onboarding();
        var profile = told.profile();
        page.paragraph("This file tells how " + told.legalName() + " (the applicant), a third party provider of payment services, has asked " + told.bankName()
                + " (the bank) for access to its interface for third party providers, and what came of it, as it stood on " + Html.DAY.format(told.at())
                + ". It was made by Portolan, the software in which the applicant keeps the record of these steps while they are done. All times are in UTC.");
        page.facts("Applicant", told.legalName(), "Licence", profile == null ? null : joined(profile.authority(), profile.licenceNumber()),
                "Register number", profile == null ? null : profile.registerNumber(), "Bank", told.bankName() + " (" + onboarding.bank() + ")",
                "Branch", onboarding.branch(), "Environment", onboarding.environment() + (told.environment() == null ? ""
                        : told.environment().kind() == Environment.Kind.LIVE ? ": live, with real accounts" : ": for testing, without real accounts"),
                "Services asked for", onboarding.services().stream().map(Enum::name).sorted().map(CaseIndex::service).collect(Collectors.joining("; ")),
                "Begun", Html.MOMENT.format(onboarding.startedAt()), "Ended", onboarding.finishedAt() == null ? null : Html.MOMENT.format(onboarding.finishedAt()),
                "How it stands", CaseWords.standing(onboarding.status()) + (onboarding.note() == null ? "" : " " + onboarding.note()),
                "Time it has taken", CaseWords.days(told.workingDays()) + " (without weekends and the closing days of the euro payment system, TARGET)",
                "References of the bank", told.legs().stream().map(LegView::reference).filter(Objects::nonNull).distinct().collect(Collectors.joining(", ")),
                "Number of this case", onboarding.id());
    }

    private static String service(String service) {
        return switch (service) {
            case "AIS" -> "account information (AIS)";
            case "PIS" -> "payment initiation (PIS)";
            case "CAF" -> "confirmation of funds (CAF)";
            default -> service;
        };
    }

    private void waits(Html page) {
        page.heading("How long the applicant has waited");
        if (told.waits().isEmpty()) {
            page.paragraph("The applicant did not have to wait for anybody.");
            return;
        }
        page.paragraph("Working days are those of the calendar named in each line; the day on which the waiting began does not count. How long it usually takes is what the applicant"
                + " has written down about this bank before it began.");
        page.table(List.of("Step", "Waiting since", "Usually takes", "So expected by", "Acknowledged", "Until", "Has taken", "More than usual", "Reminders"),
                told.waits().stream().map(wait -> List.of(Html.text(wait.title()), Html.when(wait.since()), Html.text(wait.usually() == null ? "not known" : wait.usually()),
                        Html.when(wait.expectedBy()), wait.acknowledgedAt() == null ? "no" : Html.when(wait.acknowledgedAt()),
                        wait.until() == null ? Html.text(told.onboarding().finishedAt() == null ? "still waiting" : "no answer came") : Html.when(wait.until()) + Html.text(", when " + wait.came()),
                        Html.text(CaseWords.days(wait.workingDays()) + " (" + wait.calendar() + ")"),
                        wait.expectedBy() == null ? "" : wait.over() == 0 ? "no" : Html.late(CaseWords.days(wait.over())), String.valueOf(wait.reminders()))).toList());
    }

    private void happenings(Html page) {
        page.heading("What went between the applicant and the bank");
        if (told.happenings().isEmpty()) {
            page.paragraph("Nothing yet.");
            return;
        }
        page.table(List.of("When", "What", "Step", "By", "In words", "Evidence"), told.happenings().stream().map(each -> List.of(Html.when(each.at()), Html.text(each.kind().words()),
                Html.text(told.title(each.leg())), Html.text(by(each)),
                Html.text(each.detail()) + (each.looks() < 2 ? "" : "<br>" + Html.text("Looked " + each.looks() + " times, the last on ") + Html.when(each.until())),
                pieces(each.evidence()))).toList());
    }

    /** What the bank said is the bank's, whoever has written it down. */
    private String by(Happening each) {
        var actor = CaseWords.actor(each.actor(), told.bankName());
        return each.kind().isOfTheBank() && each.actor().contains(":") ? told.bankName() + ", as written down by " + actor : each.kind().isOfTheBank() ? told.bankName() : actor;
    }

    private void steps(Html page) {
        var rows = new ArrayList<List<String>>();
        for (var leg : told.legs()) {
            rows.add(List.of(String.valueOf(rows.size() + 1), Html.text(leg.title()), Html.text(CaseWords.means(leg.by())), Html.text(CaseWords.state(leg.state())), Html.when(leg.since()),
                    Html.text(CaseWords.length(leg.worked())), Html.text(joined(leg.why(), leg.reference() == null ? null : "Reference of the bank: " + leg.reference()))));
        }
        page.heading("The steps that this bank asks for, in its order")
                .table(List.of("", "Step", "How it is done", "State", "Since", "Work of the applicant's system", "Why"), rows);
    }

    private void entries(Html page) {
        page.heading("Everything that was done, and by whom")
                .paragraph("As it was written down at the time. Each entry is sealed together with all before it; journal.jsonl holds the same with these seals.")
                .table(List.of("", "When", "Who", "What", "Step", "In words", "Evidence"), told.entries().stream().map(this::row).toList());
    }

    private List<String> row(Entry entry) {
        var act = entry.act();
        return List.of(String.valueOf(entry.position()), Html.when(entry.at()), Html.text(CaseWords.actor(act.actor(), told.bankName())), Html.text(CaseWords.act(act.name())),
                Html.text(told.title(act.leg())), Html.text(act.detail()), pieces(act.evidence()));
    }

    private void evidence(Html page) {
        page.heading("Evidence");
        if (told.pieces().isEmpty()) {
            page.paragraph("There is none.");
            return;
        }
        page.paragraph("Passwords, keys and other secrets were covered before a piece was kept. Where a piece was erased by the applicant's rule of retention, its hash and size stay.")
                .table(List.of("Number", "What", "Taken", "Bytes", "SHA-256", "File"), told.pieces().stream().map(piece -> List.of(String.valueOf(piece.evidence().id()),
                        Html.text(CaseWords.act(piece.evidence().kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '))), Html.when(piece.evidence().at()),
                        String.valueOf(piece.evidence().size()), "<code>" + Html.text(piece.evidence().sha256()) + "</code>",
                        piece.file() == null ? Html.text("erased on ") + Html.when(piece.evidence().erasedAt()) : Html.link(piece.file(), piece.file().substring("evidence/".length())))).toList());
    }

    private String pieces(List<Long> ids) {
        return ids.stream().map(id -> {
            var piece = told.piece(id);
            return piece == null || piece.file() == null ? id + " (erased)" : Html.link(piece.file(), String.valueOf(id));
        }).collect(Collectors.joining(", "));
    }

    private static String joined(String one, String other) {
        return one == null ? other : other == null ? one : one + ", " + other;
    }
}
