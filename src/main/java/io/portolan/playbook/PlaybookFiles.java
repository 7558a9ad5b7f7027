package io.portolan.playbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The files that playbooks are in: the packed ones, then those of a folder outside, which take precedence. */
@Component
class PlaybookFiles {

    /** A file as it is now. */
    record Content(String name, byte[] bytes, String source) {

        /** What it says, as far as it is UTF-8. */
        String text() {
            return PlaybookText.asFarAsItIs(bytes);
        }

        /** The id of the bank that the file is for, by its name. */
        String bank() {
            return name.substring(0, name.length() - ".yaml".length());
        }
    }

    /** The folder, beside playbooks, of what is known of banks that have none. */
    static final String KNOWN = "known";

    private static final String PACKED = "bank-playbooks/";

    private final Path folder;

    PlaybookFiles(PlaybookSettings settings) {
        this.folder = settings.folder();
    }

    /** What is packed with the application. */
    List<Content> packed() {
        return packed(PACKED);
    }

    /** What is in the folder outside, if there is one. */
    List<Content> outside() {
        return folder == null ? List.of() : of(folder);
    }

    /** What is known of banks without a playbook: what is packed, then what the folder outside has of it, which takes precedence. */
    List<Content> known() {
        var all = packed(PACKED + KNOWN + "/");
        if (folder != null && Files.isDirectory(folder.resolve(KNOWN))) {
            all.addAll(of(folder.resolve(KNOWN)));
        }
        return all;
    }

    private static List<Content> packed(String place) {
        try {
            var contents = new ArrayList<Content>();
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:" + place + "*.yaml")) {
                contents.add(new Content(file.getFilename(), file.getContentAsByteArray(), "classpath:" + place + file.getFilename()));
            }
            return contents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Content> of(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".yaml") && Files.isRegularFile(file)).sorted()
                    .map(PlaybookFiles::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("portolan.playbook.folder cannot be read: " + folder, e);
        }
    }

    /** A file of the folder outside. */
    static Content read(Path file) {
        return new Content(file.getFileName().toString(), PlaybookText.bytes(file), file.toUri().toString());
    }
}
