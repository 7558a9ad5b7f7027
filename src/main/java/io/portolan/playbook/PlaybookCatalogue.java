package io.portolan.playbook;

import io.portolan.playbook.PlaybookVersions.Kept;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads the files at start and when asked; a file that cannot be read leaves its bank with the last version that could. */
@Component
class PlaybookCatalogue implements Playbooks {

    private record Snapshot(Map<String, Versioned> current, List<Problem> problems) { }

    private record Found(Versioned versioned, Kept kept) { }

    /** What is known of a bank, and the route that was made of just that. */
    private record Generic(KnownBank bank, Versioned versioned) { }

    private static final Logger LOG = LoggerFactory.getLogger(PlaybookCatalogue.class);

    private final PlaybookFiles files;
    private final PlaybookReader reader;
    private final WholeReading whole;
    private final KnownBanks knownBanks;
    private final PlaybookVersions versions;
    private final Map<String, Versioned> known = new ConcurrentHashMap<>();
    private final Map<String, Generic> byHand = new ConcurrentHashMap<>();
    private volatile Snapshot snapshot = new Snapshot(Map.of(), List.of());

    PlaybookCatalogue(PlaybookFiles files, PlaybookReader reader, PlaybookVersions versions, ModelCheck models, KnownBanks knownBanks) {
        this.files = files;
        this.reader = reader;
        this.whole = new WholeReading(reader, models);
        this.versions = versions;
        this.knownBanks = knownBanks;
        reload();
    }

    @Override
    public Optional<Versioned> current(String bank) {
        var current = snapshot.current().get(bank);
        return current != null ? Optional.of(current) : knownBanks.find(bank).map(this::byHand);
    }

    /** The generic route of a bank without a playbook, kept like any version, since onboardings are pinned to it. */
    private Versioned byHand(KnownBank bank) {
        var last = byHand.get(bank.bank());
        if (last != null && last.bank().equals(bank)) {
            return last.versioned();
        }
        var versioned = readByHand(bank);
        byHand.put(bank.bank(), new Generic(bank, versioned));
        return versioned;
    }

    private Versioned readByHand(KnownBank bank) {
        var text = GenericRoute.yaml(bank);
        var kept = new Kept(hash(text), GenericRoute.SOURCE, text);
        var there = known.get(key(bank.bank(), kept.hash()));
        if (there != null) {
            return there;
        }
        if (versions.find(bank.bank(), kept.hash()).isEmpty()) {
            versions.use(bank.bank(), kept);
        }
        return known.computeIfAbsent(key(bank.bank(), kept.hash()), key ->
                new Versioned(reader.read(bank.bank() + ".yaml", text).orThrow(), kept.hash(), kept.source()));
    }

    @Override
    public Optional<Versioned> version(String bank, String hash) {
        var kept = known.get(key(bank, hash));
        return kept != null ? Optional.of(kept) : versions.find(bank, hash).flatMap(version -> again(bank, version));
    }

    @Override
    public List<Versioned> all() {
        return List.copyOf(snapshot.current().values());
    }

    @Override
    public List<Problem> problems() {
        return snapshot.problems();
    }

    @Override
    public synchronized Reloaded reload() {
        var before = snapshot.current();
        var found = new TreeMap<String, Found>();
        var problems = new ArrayList<Problem>();
        files.packed().forEach(file -> take(file, found, problems));
        files.outside().forEach(file -> take(file, found, problems));
        var current = new TreeMap<String, Versioned>();
        found.forEach((bank, one) -> {
            keep(bank, one);
            current.put(bank, one.versioned());
        });
        var across = new NeedsAcross(current.values().stream().map(Versioned::playbook).toList()).problems().stream()
                .map(problem -> reader.located(problem, found.get(problem.bank()).kept().content())).toList();
        across.forEach(problem -> LOG.warn("{}", problem));
        problems.addAll(across);
        problems.addAll(knownBanks.reload(current.keySet()));
        snapshot = new Snapshot(current, List.copyOf(problems));
        LOG.info("{} playbooks are in use, {} banks are known without one, {} problems were found", current.size(), knownBanks.all().size(), problems.size());
        return new Reloaded(current.keySet().stream().filter(bank -> !before.containsKey(bank)).toList(),
                current.keySet().stream().filter(bank -> before.containsKey(bank) && !before.get(bank).hash().equals(current.get(bank).hash())).toList(),
                before.keySet().stream().filter(bank -> !current.containsKey(bank)).sorted().toList(), snapshot.problems());
    }

    private void take(PlaybookFiles.Content file, Map<String, Found> found, List<Problem> problems) {
        var reading = whole.read(file);
        if (reading.playbook().isPresent()) {
            var kept = new Kept(hash(file.text()), file.source(), file.text());
            found.put(file.bank(), new Found(
                    new Versioned(reading.playbook().get(), kept.hash(), kept.source()), kept));
            return;
        }
        problems.addAll(reading.problems());
        reading.problems().forEach(problem -> LOG.warn("{}", problem));
        versions.last(file.bank()).filter(kept -> !GenericRoute.SOURCE.equals(kept.source())).flatMap(kept -> again(file.bank(), kept).map(one -> new Found(one, kept)))
                .ifPresent(last -> found.put(file.bank(), last));
        var last = found.get(file.bank());
        LOG.warn("{} is not used{}", file.source(), last == null ? ""
                : "; version " + last.versioned().shortHash() + " of " + last.versioned().source() + " stays in use");
    }

    private void keep(String bank, Found found) {
        var before = snapshot.current().get(bank);
        if (before == null || !before.hash().equals(found.kept().hash())) {
            versions.use(bank, found.kept());
        }
        known.put(key(bank, found.kept().hash()), found.versioned());
    }

    private Optional<Versioned> again(String bank, Kept kept) {
        return reader.readAgain(bank + ".yaml", kept.content()).map(playbook -> {
            var versioned = new Versioned(playbook, kept.hash(), kept.source());
            known.put(key(bank, kept.hash()), versioned);
            return versioned;
        });
    }

    private static String key(String bank, String hash) {
        return bank + "/" + hash;
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
