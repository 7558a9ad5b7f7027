package io.portolan.handout;

import io.portolan.journal.Entry;
import io.portolan.journal.Evidence;
import io.portolan.journal.JournalSearch;
import io.portolan.onboarding.LegView;
import io.portolan.onboarding.Onboarding;
import io.portolan.playbook.Environment;
import io.portolan.tpp.TppProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * All that a case file tells.
 *
 * @param profile the applicant, or null where the TPP is gone
 * @param environment null where its playbook is gone
 * @param lines the journal of the onboarding, oldest first
 * @param pieces the evidence that it names, oldest first
 * @param workingDays how many working days of the calendar TARGET have passed since it began, up to its end
 */
record CaseContents(Onboarding onboarding, TppProfile profile, String bankName, Environment environment, List<LegView> legs, List<JournalSearch.Line> lines,
        List<Happening> happenings, List<BankWait> waits, List<Piece> pieces, long workingDays, Instant at) {

    /** A piece of evidence and the name of its file, or null where its body was erased. */
    record Piece(Evidence evidence, String file) {

        static Piece of(Evidence evidence) {
            return new Piece(evidence, evidence.erasedAt() == null ? "evidence/" + evidence.id() + "-" + evidence.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')
                    + ending(evidence.mediaType()) : null);
        }

        /** What a bank's page could do when it is opened, it cannot as a text. */
        private static String ending(String type) {
            if (type == null) {
                return ".bin";
            }
            return switch (type.replaceFirst(";.*", "").strip()) {
                case "image/png" -> ".png";
                case "image/jpeg" -> ".jpg";
                case "application/pdf" -> ".pdf";
                case "application/json" -> ".json";
                case "message/rfc822" -> ".eml.txt";
                default -> type.startsWith("text/") || type.contains("xml") ? ".txt" : ".bin";
            };
        }
    }

    /** The case as its JSON tells it. */
    record Told(String onboarding, String applicant, String legalName, String bank, String bankName, String environment, String branch, List<String> services, String status,
            Instant startedAt, Instant finishedAt, long workingDays, List<Step> steps, List<BankWait> waits, List<Happening> happenings, List<File> evidence, Instant madeAt) { }

    /** A step as the JSON tells it. */
    record Step(String id, String title, String stage, String means, String state, Instant since, Duration worked, String why, String reference, Instant promisedBy, int reminders) { }

    /** A piece of evidence as the JSON tells it; {@code file} is null where only this tombstone is left. */
    record File(long id, String kind, String mediaType, long size, String sha256, Instant at, Instant erasedAt, String file) { }

    String legalName() {
        return profile == null || profile.legalName() == null ? onboarding.tpp() : profile.legalName();
    }

    List<Entry> entries() {
        return lines.stream().map(JournalSearch.Line::entry).toList();
    }

    String title(String leg) {
        return leg == null ? "" : legs.stream().filter(each -> each.id().equals(leg)).map(LegView::title).findFirst().orElse(leg);
    }

    Piece piece(long id) {
        return pieces.stream().filter(each -> each.evidence().id() == id).findFirst().orElse(null);
    }

    Told told() {
        return new Told(onboarding.id(), onboarding.tpp(), legalName(), onboarding.bank(), bankName, onboarding.environment(), onboarding.branch(),
                onboarding.services().stream().map(Enum::name).sorted().toList(), word(onboarding.status()), onboarding.startedAt(), onboarding.finishedAt(), workingDays,
                legs.stream().map(leg -> new Step(leg.id(), leg.title(), word(leg.stage()), word(leg.by()), word(leg.state()), leg.since(), leg.worked(), leg.why(), leg.reference(),
                        leg.promisedBy(), leg.reminders())).toList(),
                waits, happenings, pieces.stream().map(piece -> new File(piece.evidence().id(), word(piece.evidence().kind()), piece.evidence().mediaType(),
                        piece.evidence().size(), piece.evidence().sha256(), piece.evidence().at(), piece.evidence().erasedAt(), piece.file())).toList(), at);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
