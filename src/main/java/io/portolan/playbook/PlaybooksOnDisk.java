package io.portolan.playbook;

import io.portolan.playbook.PlaybookFiles.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Playbooks as they stand in files, without database and engine: checked just as they are when they come into use. */
public final class PlaybooksOnDisk {

    /** A problem with where its file stands. */
    public record Found(String source, Problem problem) { }

    /** What is wrong with so many files, in their order. */
    public record Checked(int files, List<Found> problems) { }

    private static final String ENDING = ".yaml";

    private final PlaybookReader reader;
    private final Function<ModelFiles, ModelCheck> models;
    private final Map<String, Content> packed = new TreeMap<>();
    private Map<String, Playbook> readable;

    /** Finds what is packed; the models that routes name are checked by what the given function makes of the files they are in. */
    public PlaybooksOnDisk(PlaybookReader reader, Function<ModelFiles, ModelCheck> models) {
        this.reader = reader;
        this.models = models;
        new PlaybookFiles(new PlaybookSettings(null)).packed().forEach(file -> packed.put(file.bank(), file));
    }

    /** The packed playbooks, read only once they are needed, since there are many. */
    private Map<String, Playbook> readable() {
        if (readable == null) {
            readable = new TreeMap<>();
            packed.forEach((bank, file) -> whole(null).read(file).playbook().ifPresent(playbook -> readable.put(bank, playbook)));
        }
        return readable;
    }

    /** The ids of the banks whose playbooks are packed. */
    public Set<String> packed() {
        return packed.keySet();
    }

    /** What comes of reading the packed playbook of a bank; empty where there is none. */
    public Optional<Reading> packed(String bank) {
        return Optional.ofNullable(packed.get(bank)).map(whole(null)::read);
    }

    /** What comes of reading a file, with the models beside it; in a folder {@code known} it is about a bank without a playbook, and none comes of it. */
    public Reading read(Path file) {
        if (!isNamed(file)) {
            return new Reading(Optional.empty(), List.of(misnamed(file)));
        }
        var content = PlaybookFiles.read(file);
        return folder(file).endsWith(PlaybookFiles.KNOWN) && content.bytes() != null
                ? new Reading(Optional.empty(), reader.forKnownBanks().read(content.name(), content.bytes()).problems()) : whole(folder(file)).read(content);
    }

    /**
     * Checks these files and all playbooks of these folders, with what is known of banks in the folder {@code known} in one: each by itself, with its models, and with what it needs of the packed ones
     * and of those beside it; what packed ones then lack is told too.
     */
    public Checked check(Collection<Path> filesAndFolders) {
        var files = new LinkedHashMap<String, Path>();
        var beside = new TreeMap<String, Path>();
        for (var each : filesAndFolders) {
            if (Files.isDirectory(each)) {
                listed(each).forEach(file -> files.put(key(file), file));
                var known = each.resolve(PlaybookFiles.KNOWN);
                (Files.isDirectory(known) ? listed(known) : List.<Path>of()).forEach(file -> files.put(key(file), file));
            } else {
                files.put(key(each), each);
                listed(folder(each)).stream().filter(PlaybooksOnDisk::isNamed).forEach(file -> beside.put(key(file), file));
            }
        }
        beside.keySet().removeAll(files.keySet());
        var problems = new ArrayList<Found>();
        var sources = new TreeMap<String, Path>();
        var checked = new TreeMap<String, Playbook>();
        var broken = new HashSet<String>();
        files.values().forEach(file -> {
            var reading = read(file);
            reading.problems().forEach(problem -> problems.add(new Found(file.toString(), problem)));
            reading.playbook().ifPresentOrElse(playbook -> {
                checked.put(playbook.bank(), playbook);
                sources.put(playbook.bank(), file);
            }, () -> broken.add(bank(file)));
        });
        if (checked.values().stream().anyMatch(playbook -> packed.containsKey(playbook.bank()) || !playbook.needs().registrations().isEmpty())) {
            var together = new TreeMap<>(readable());
            beside.values().forEach(file -> read(file).playbook().ifPresent(playbook -> together.put(playbook.bank(), playbook)));
            together.putAll(checked);
            problems.addAll(across(together, sources, broken));
        }
        return new Checked(files.size(), List.copyOf(problems));
    }

    private List<Found> across(Map<String, Playbook> together, Map<String, Path> sources, Set<String> broken) {
        var before = new NeedsAcross(readable().values()).problems();
        var found = new ArrayList<Found>();
        for (var problem : new NeedsAcross(together.values()).problems()) {
            var isOfABroken = broken.stream().anyMatch(bank -> problem.message().startsWith("there is no playbook \"" + bank + "\""));
            if (isOfABroken) {
                continue;
            }
            if (sources.containsKey(problem.bank())) {
                var file = sources.get(problem.bank());
                found.add(new Found(file.toString(), reader.located(problem, PlaybookFiles.read(file).text())));
            } else if (packed.containsKey(problem.bank()) && !before.contains(problem)) {
                found.add(new Found(packed.get(problem.bank()).source(), reader.located(problem, packed.get(problem.bank()).text())));
            }
        }
        return found;
    }

    private WholeReading whole(Path folder) {
        return new WholeReading(reader, models.apply(ModelFiles.beside(folder)));
    }

    /** The playbooks of a folder, and files that only look like some. */
    private static List<Path> listed(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("(?i).*\\.ya?ml") && Files.isRegularFile(file)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Problem misnamed(Path file) {
        return misnamed(file.getFileName().toString());
    }

    /** What is wrong with a file of this name, which no playbook has. */
    static Problem misnamed(String name) {
        return new Problem(name, 1, 1, "", "only files that end in .yaml are read as playbooks", name.replaceFirst("(?i)(\\.[a-z]*)?$", ENDING));
    }

    private static boolean isNamed(Path file) {
        return file.getFileName().toString().endsWith(ENDING);
    }

    private static String bank(Path file) {
        return file.getFileName().toString().replaceFirst("(?i)\\.ya?ml$", "");
    }

    private static String key(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }

    private static Path folder(Path file) {
        return file.toAbsolutePath().normalize().getParent();
    }
}
