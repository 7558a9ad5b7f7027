package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.certificate.Upload;
import io.portolan.refusal.Refused;
import io.portolan.vault.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.web.multipart.MultipartFile;

/** The form that takes a certificate in: a file or its text, the key in a file or as text. */
record UploadForm(String tpp, String kind, String environment, String bank, String label, MultipartFile file, String chain, MultipartFile keyFile, String key,
        String password) {

    /** Leaves out what may be secret. */
    @Override
    public String toString() {
        return "UploadForm[" + tpp + ", " + kind + ", " + environment + "]";
    }

    /** Uses it as an upload, whose secrets are wiped afterwards. */
    <T> T use(Function<Upload, T> use) {
        var keyText = keyText();
        try (var secretKey = keyText.length == 0 ? null : Secret.ofUtf8(keyText); var secretPassword = isBlank(password) ? null : Secret.of(password)) {
            var content = isEmpty(file) ? (chain == null ? "" : chain).getBytes(StandardCharsets.UTF_8) : file.getBytes();
            return use.apply(new Upload(tpp == null ? "" : tpp, Given.kind(kind), environment,
                    isBlank(bank) ? null : bank, label, content, secretKey, secretPassword));
        } catch (IOException e) {
            throw unreadable();
        } finally {
            Arrays.fill(keyText, (byte) 0);
        }
    }

    /** The key as text; one in DER goes on as base64. */
    private byte[] keyText() {
        if (isEmpty(keyFile)) {
            return isBlank(key) ? new byte[0] : key.getBytes(StandardCharsets.UTF_8);
        }
        try {
            var bytes = keyFile.getBytes();
            return bytes[0] == 0x30 ? Base64.getEncoder().encode(bytes) : bytes;
        } catch (IOException e) {
            throw unreadable();
        }
    }

    private static Refused unreadable() {
        return Refused.invalid("unreadable-file", say("console.the-file-did-not-arrive"), Map.of("chain", say("console.the-file-did-not-arrive-whole")));
    }

    /** What was typed, to show again; nothing secret, and no files. */
    Map<String, String> typed() {
        var typed = new LinkedHashMap<String, String>();
        typed.put("tpp", tpp);
        typed.put("kind", kind);
        typed.put("environment", environment);
        typed.put("bank", bank);
        typed.put("label", label);
        return typed;
    }

    private static boolean isEmpty(MultipartFile file) {
        return file == null || file.isEmpty();
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
