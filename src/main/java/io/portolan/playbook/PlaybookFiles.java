package io.portolan.playbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The files that playbooks are in: the packed ones, then those of a folder outside, which take precedence. */
@Component
class PlaybookFiles {

    /** A file as it is now; one that could not be read has no bytes. */
    record Content(String name, byte[] bytes, String source) {

        /** What is wrong where it could not be read. */
        Problem unreadable() {
            return new Problem(name, 1, 1, "", "the file is there and cannot be read: see who may read it", null);
        }

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

    private static final Logger LOG = LoggerFactory.getLogger(PlaybookFiles.class);
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

    /** A file of the folder outside; one that cannot be read is told of as broken, so that it keeps no other from being read. */
    static Content read(Path file) {
        byte[] bytes = null;
        try {
            bytes = PlaybookText.bytes(file);
        } catch (UncheckedIOException unreadable) {
            LOG.warn("{} cannot be read", file, unreadable);
        }
        return new Content(file.getFileName().toString(), bytes, file.toUri().toString());
    }
}
