package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;

/** A signed ZIP as somebody unpacks it who was handed it. */
record UnpackedZip(Map<String, byte[]> files) {

    static UnpackedZip of(byte[] zip) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                assertThat(files.put(entry.getName(), in.readAllBytes())).isNull();
            }
        }
        return new UnpackedZip(files);
    }

    String text(String file) {
        assertThat(files).containsKey(file);
        return new String(files.get(file), StandardCharsets.UTF_8);
    }

    /** Every file is as it was, and the published key has signed that. */
    void fits(String jwks) throws GeneralSecurityException, com.nimbusds.jose.JOSEException, java.text.ParseException {
        var sums = text("SHA256SUMS").lines().map(line -> line.split("  ", 2)).toList();
        assertThat(sums).extracting(sum -> sum[1]).containsAll(files.keySet().stream().filter(name -> !name.startsWith("SHA256SUMS")).toList());
        for (var sum : sums) {
            assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(files.get(sum[1])))).as(sum[1]).isEqualTo(sum[0]);
        }
        var key = JWKSet.parse(jwks).getKeys().get(0).toECKey();
        var signature = Signature.getInstance("SHA256withECDSA");
        signature.initVerify(key.toECPublicKey());
        signature.update(files.get("SHA256SUMS"));
        assertThat(signature.verify(files.get("SHA256SUMS.sig"))).isTrue();
        assertThat(text("README.txt")).contains(key.getKeyID());
    }

    /** Runs the program that lies in it, where this machine has Python, and gives what it says; empty without. */
    String checked(Path folder) throws IOException, InterruptedException {
        for (var file : files.entrySet()) {
            var path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        try {
            var run = new ProcessBuilder("python3", folder.resolve("check.py").toString()).redirectErrorStream(true).start();
            var said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            run.waitFor();
            return said;
        } catch (IOException noPython) {
            return "";
        }
    }
}
