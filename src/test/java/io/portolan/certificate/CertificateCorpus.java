package io.portolan.certificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A folder of certificates, named by the system property {@code cert.corpus}. Its {@code index.tsv}, where there is one, says what each file is,
 * by columns of which the test knows {@code file}, {@code password}, {@code key}, {@code notAfter}, {@code psd2_statement}, {@code qctype} and {@code roles}.
 */
public final class CertificateCorpus {

    /** The system property that names the folder. */
    public static final String PROPERTY = "cert.corpus";

    private CertificateCorpus() {
    }

    /** A file of the folder; what is said of it is empty where there is no index or it is not in it. */
    public record Member(Path path, Map<String, String> said) {

        /** What a column says, or null where it says nothing. */
        public String said(String column) {
            var value = said.get(column);
            return value == null || value.isBlank() ? null : value.strip();
        }

        byte[] content() {
            try {
                return Files.readAllBytes(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String toString() {
            return path.getFileName().toString();
        }
    }

    /** All files of this folder and of those in it, by name. */
    public static List<Member> in(Path folder) {
        try (var files = Files.walk(folder)) {
            var index = index(folder.resolve("index.tsv"));
            return files.filter(Files::isRegularFile).filter(file -> !file.getFileName().toString().equals("index.tsv")).sorted()
                    .map(file -> new Member(file, index.getOrDefault(folder.relativize(file).toString(), Map.of()))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Map<String, String>> index(Path file) throws IOException {
        var index = new HashMap<String, Map<String, String>>();
        if (!Files.exists(file)) {
            return index;
        }
        var lines = Files.readAllLines(file);
        var columns = lines.get(0).split("\t", -1);
        for (var line : lines.subList(1, lines.size())) {
            var cells = line.split("\t", -1);
            var said = new LinkedHashMap<String, String>();
            for (int i = 0; i < Math.min(columns.length, cells.length); i++) {
                said.put(columns[i].strip(), cells[i]);
            }
            index.put(cells[0].strip(), said);
        }
        return index;
    }
}
