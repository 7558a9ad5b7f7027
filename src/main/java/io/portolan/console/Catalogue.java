package io.portolan.console;

import io.portolan.campaign.CampaignTarget;
import io.portolan.journal.EvidenceStore;
import io.portolan.playbook.KnownBank;
import io.portolan.playbook.KnownBanks;
import io.portolan.playbook.NamedBank;
import io.portolan.playbook.Playbook;
import io.portolan.playbook.Playbooks;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Names and pictures that many pages show. */
@Component
class Catalogue {

    private final Playbooks playbooks;
    private final KnownBanks known;
    private final EvidenceStore evidence;

    Catalogue(Playbooks playbooks, KnownBanks known, EvidenceStore evidence) {
        this.known = known;
        this.playbooks = playbooks;
        this.evidence = evidence;
    }

    /** The name of a bank, or its id where its playbook is gone. */
    String bankName(String bank) {
        return bank == null ? "" : known.find(bank).map(KnownBank::name).orElseGet(() -> playbooks.current(bank).map(Playbooks.Versioned::playbook).map(Playbook::name).orElse(bank));
    }

    /** The name of a bank, with that of its branch where one is meant. */
    String targetName(CampaignTarget target) {
        return bankName(target.bank()) + (target.branch() == null ? "" : ", " + playbooks.current(target.bank()).map(version -> version.playbook().branches().get(target.branch()))
                .map(branch -> branch.name()).orElse(target.branch()));
    }

    /** Who has named a bank, where that is all that is known of it. */
    Optional<NamedBank> named(String bank) {
        return known.named(bank);
    }

    /** Whether there is no bank of this id. */
    boolean isUnknown(String bank) {
        return known.find(bank).isEmpty() && playbooks.current(bank).isEmpty();
    }

    /** The banks there are, those without a playbook among them. */
    List<BankChoice> banks() {
        return Stream.concat(playbooks.all().stream().map(v -> new BankChoice(v.playbook().bank(), v.playbook().name())),
                known.all().stream().map(bank -> new BankChoice(bank.bank(), bank.name()))).sorted(Comparator.comparing(BankChoice::name, String.CASE_INSENSITIVE_ORDER)).toList();
    }

    /** The environments for which banks hand out certificates, by the names under which these are taken in. */
    List<String> environmentsOfOwnCertificates() {
        return playbooks.all().stream().map(Playbooks.Versioned::playbook).flatMap(playbook -> playbook.environments().entrySet().stream()
                .filter(each -> each.getValue().ownCertificates()).map(each -> each.getValue().certificatesFor(playbook.bank(), each.getKey()))).toList();
    }

    /** The names that environments of our banks have, in their order. */
    List<String> environmentNames() {
        return playbooks.all().stream().map(Playbooks.Versioned::playbook).flatMap(playbook -> playbook.environments().keySet().stream()).distinct().sorted().toList();
    }

    /** A bank to choose. */
    record BankChoice(String id, String name) { }

    /** These pieces of evidence in the order in which they came, with their texts, as far as they are texts and of a length that a page can show. */
    List<EvidencePiece> pieces(List<Long> ids, Instant now) {
        return ids.stream().sorted().map(id -> evidence.find(id).map(found -> EvidencePiece.of(found, () -> evidence.body(id), now)).orElse(null))
                .filter(Objects::nonNull).toList();
    }

    /** What is known of these pieces of evidence. */
    List<EvidenceItem> evidence(List<Long> ids) {
        return ids.stream().map(id -> evidence.find(id).map(EvidenceItem::of).orElse(null)).filter(Objects::nonNull).toList();
    }
}
