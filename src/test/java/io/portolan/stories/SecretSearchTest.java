package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A search that finds nothing proves nothing, unless it would have found something. */
class SecretSearchTest {

    private static final String SECRET = "Käse & \"brot\"/+<'s='>%";

    private final SecretSearch search = new SecretSearch().secret("canary", SECRET);

    @ParameterizedTest
    @ValueSource(strings = {
        "Käse & \"brot\"/+<'s='>%", "K%C3%A4se+%26+%22brot%22%2F%2B%3C%27s%3D%27%3E%25", "K%c3%a4se+%26+%22brot%22%2f%2b%3c%27s%3d%27%3e%25",
        "{\"x\": \"Käse & \\\"brot\\\"/+<'s='>%\"}", "Käse &amp; &quot;brot&quot;/+&lt;&#39;s=&#39;&gt;%", "Käse \\u0026 \\\"brot\\\"\\/\\u002b\\u003c\\u0027s\\u003d\\u0027\\u003e%"})
    void findsASecretHoweverItIsEscaped(String text) {
        search.text("a text", "before " + text + " after");
        assertThat(search.found()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "u", "us", "user:", "a long beginning before it"})
    void findsASecretInBase64WhateverStandsBeforeAndBehindIt(String before) {
        var bytes = (before + SECRET + "behind").getBytes(StandardCharsets.UTF_8);
        search.text("a header", "Basic " + Base64.getEncoder().encodeToString(bytes));
        search.text("a token", Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        search.text("a mail", Base64.getMimeEncoder(8, "\r\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(bytes));
        search.text("a dump", HexFormat.of().formatHex(bytes));
        for (var place : new String[] {"a header", "a token", "a mail", "a dump"}) {
            assertThat(search.found()).anyMatch(each -> each.endsWith("in " + place));
        }
    }

    @Test
    void findsASecretInAFileOfAZip() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var zip = new java.util.zip.ZipOutputStream(packed)) {
            zip.putNextEntry(new java.util.zip.ZipEntry("inside.txt"));
            zip.write(("x".repeat(1000) + SECRET).getBytes(StandardCharsets.UTF_8));
        }
        search.bytes("a file", packed.toByteArray());
        assertThat(search.found()).anyMatch(each -> each.endsWith("in inside.txt of a file"));
    }

    @Test
    void findsPartsOfAKeyInItsPem() {
        var key = new byte[200];
        new java.util.SplittableRandom(7).nextBytes(key);
        var keySearch = new SecretSearch().secret("key", java.util.Arrays.copyOfRange(key, 50, 150));
        keySearch.text("a PEM", "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(key));
        keySearch.bytes("a DER", key);
        keySearch.text("a line of JSON", "{\"key\": \"" + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(key)
                .replace("\n", "\\n") + "\"}");
        for (var place : new String[] {"a PEM", "a DER", "a line of JSON"}) {
            for (int from = 0; from < 96; from += 24) {
                var piece = "key from byte " + from + ",";
                assertThat(keySearch.found()).anyMatch(each -> each.startsWith(piece) && each.endsWith("in " + place));
            }
        }
    }

    @Test
    void findsATextThatAPictureHoldsInPackedForm() throws IOException {
        search.bytes("a picture", pngWith("zTXt", "Comment\0\0", SECRET));
        search.bytes("another", pngWith("iTXt", "Comment\0\1\0\0\0", SECRET));
        assertThat(search.found()).anyMatch(each -> each.endsWith("in a picture, zTXt")).anyMatch(each -> each.endsWith("in another, iTXt"));
    }

    @Test
    void findsWhatIsPacked() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var packed = new GZIPOutputStream(out)) {
            packed.write(SECRET.getBytes(StandardCharsets.UTF_8));
        }
        search.bytes("an answer", out.toByteArray());
        assertThat(search.found()).isNotEmpty();
    }

    @Test
    void findsNothingWhereNothingIs() {
        search.text("a text", "Käse und Brot, and much else; S8OkYUE= K%C3%A4se+%26+x");
        search.bytes("bytes", new byte[5000]);
        assertThat(search.found()).isEmpty();
        assertThat(search.searched()).isPositive();
    }

    private static byte[] pngWith(String type, String head, String text) throws IOException {
        var content = new ByteArrayOutputStream();
        content.write(head.getBytes(StandardCharsets.ISO_8859_1));
        try (var packed = new DeflaterOutputStream(content)) {
            packed.write(text.getBytes(StandardCharsets.UTF_8));
        }
        var sum = new CRC32();
        sum.update(type.getBytes(StandardCharsets.ISO_8859_1));
        sum.update(content.toByteArray());
        return ByteBuffer.allocate(8 + 12 + content.size()).put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})
                .putInt(content.size()).put(type.getBytes(StandardCharsets.ISO_8859_1)).put(content.toByteArray())
                .putInt((int) sum.getValue()).array();
    }
}
