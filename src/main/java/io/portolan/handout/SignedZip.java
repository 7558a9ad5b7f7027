package io.portolan.handout;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP that is written in one go and ends with the hashes of its files and a detached signature of these. */
final class SignedZip {

    /** The names of the last three files. */
    static final String KEY = "public-key.pem";
    static final String SUMS = "SHA256SUMS";
    static final String SIGNATURE = "SHA256SUMS.sig";

    private final ZipOutputStream zip;
    private final HandoutKey key;
    private final Instant at;
    private final StringBuilder sums = new StringBuilder();

    SignedZip(OutputStream out, HandoutKey key, Instant at) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.key = key;
        this.at = at;
    }

    /** Writes what a file holds. */
    interface Body {
        void to(OutputStream out) throws IOException;
    }

    void file(String name, Body body) throws IOException {
        var digest = sha256();
        begin(name);
        var out = new DigestOutputStream(new FilterOutputStream(zip) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                zip.write(bytes, from, length);
            }

            @Override
            public void close() {
                // the file ends, and the ZIP goes on
            }
        }, digest);
        body.to(out);
        zip.closeEntry();
        // in the form that sha256sum --check reads
        sums.append(HexFormat.of().formatHex(digest.digest())).append("  ").append(name).append('\n');
    }

    void file(String name, String content) throws IOException {
        file(name, out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
    }

    void finish() throws IOException {
        file(KEY, key.pem());
        var all = sums.toString().getBytes(StandardCharsets.UTF_8);
        begin(SUMS);
        zip.write(all);
        zip.closeEntry();
        begin(SIGNATURE);
        zip.write(key.sign(all));
        zip.closeEntry();
        zip.finish();
        zip.flush();
    }

    private void begin(String name) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTime(at.toEpochMilli());
        zip.putNextEntry(entry);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
