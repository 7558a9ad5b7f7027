package io.portolan.handout;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.portolan.journal.Act;
import io.portolan.journal.EvidenceStore;
import io.portolan.journal.Journal;
import io.portolan.journal.JournalSearch;
import io.portolan.onboarding.Onboarding;
import io.portolan.onboarding.Onboardings;
import io.portolan.playbook.KnownBank;
import io.portolan.playbook.KnownBanks;
import io.portolan.playbook.Playbooks;
import io.portolan.playbook.Wait;
import io.portolan.refusal.Refused;
import io.portolan.tpp.Tpp;
import io.portolan.tpp.Tpps;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Hands out all that is known of an onboarding as a signed ZIP, such as for a supervisor who is told of a bank that does not answer. */
@Component
public class CaseFile {

    private static final Wait IN_TARGET = new Wait(null, null, null, null, null, null, null, null, "TARGET", null, null);

    private final Onboardings onboardings;
    private final Tpps tpps;
    private final Playbooks playbooks;
    private final KnownBanks known;
    private final JournalSearch search;
    private final EvidenceStore evidence;
    private final Journal journal;
    private final HandoutKeys keys;
    private final ObjectMapper json;
    private final Clock clock;

    CaseFile(Onboardings onboardings, Tpps tpps, Playbooks playbooks, KnownBanks known, JournalSearch search, EvidenceStore evidence, Journal journal,
            HandoutKeys keys, ObjectMapper json, Clock clock) {
        this.onboardings = onboardings;
        this.tpps = tpps;
        this.playbooks = playbooks;
        this.known = known;
        this.search = search;
        this.evidence = evidence;
        this.journal = journal;
        this.keys = keys;
        this.json = json;
        this.clock = clock;
    }

    /** The onboarding that a case file is wanted of; refused with {@code unknown-onboarding} where there is none. */
    public Onboarding of(String id) {
        return onboardings.find(id).orElseThrow(() -> Refused.notFound("unknown-onboarding", "There is no onboarding " + id + "."));
    }

    /** Writes the file; the journal of the house keeps who has asked for it before the first byte is out. */
    public void to(OutputStream out, Onboarding onboarding, String actor) throws IOException {
        journal.write(Act.by(actor, Act.HOUSE, "case-file-made", "Of the onboarding " + onboarding.id() + " of " + onboarding.tpp() + " at " + onboarding.bank()));
        var key = keys.current();
        var told = contents(onboarding);
        var readme = HandoutReadme.text("Case file: " + told.legalName() + " at " + told.bankName() + ". Open index.html to read it.",
                "Onboarding " + onboarding.id() + ", handed out by " + CaseWords.actor(actor, told.bankName()), key, told.at());
        var zip = new SignedZip(out, key, told.at());
        zip.file("index.html", new CaseIndex(told).page(readme));
        zip.file("case.json", json.writerWithDefaultPrettyPrinter().writeValueAsString(told.told()));
        var lines = new JournalLines(json);
        zip.file("journal.jsonl", file -> {
            for (var line : told.lines()) {
                file.write(lines.written(line));
            }
        });
        for (var piece : told.pieces()) {
            var body = piece.file() == null ? Optional.<byte[]>empty() : evidence.body(piece.evidence().id());
            if (body.isPresent()) {
                zip.file(piece.file(), file -> file.write(body.get()));
            }
        }
        zip.file("README.txt", readme);
        zip.file("check.py", HandoutReadme.checker());
        zip.finish();
    }

    private CaseContents contents(Onboarding onboarding) {
        var now = clock.instant();
        var end = onboarding.finishedAt() == null ? now : onboarding.finishedAt();
        var lines = new ArrayList<JournalSearch.Line>();
        search.each(new JournalSearch.Query(null, null, null, null, null, onboarding.id(), null), lines::add);
        lines.sort(java.util.Comparator.comparingLong(line -> line.entry().position()));
        var entries = lines.stream().map(JournalSearch.Line::entry).toList();
        var environment = playbooks.version(onboarding.bank(), onboarding.playbookVersion())
                .map(version -> version.playbook().environments().get(onboarding.environment())).orElse(null);
        var route = environment == null ? null : environment.route(onboarding.route()).orElse(null);
        var pieces = entries.stream().flatMap(entry -> entry.act().evidence().stream()).distinct().sorted()
                .flatMap(id -> evidence.find(id).stream()).map(CaseContents.Piece::of).toList();
        return new CaseContents(onboarding, tpps.find(onboarding.tpp()).map(Tpp::profile).orElse(null), bankName(onboarding.bank()), environment,
                onboardings.legs(onboarding.id()), Collections.unmodifiableList(lines), Happening.of(entries), BankWait.of(entries, route, end), pieces,
                onboarding.startedAt() == null ? 0 : IN_TARGET.workingDays(onboarding.startedAt(), end), now);
    }

    private String bankName(String bank) {
        return known.find(bank).map(KnownBank::name).or(() -> playbooks.current(bank).map(version -> version.playbook().name())).orElse(bank);
    }
}
