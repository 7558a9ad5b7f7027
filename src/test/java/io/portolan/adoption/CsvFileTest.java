package io.portolan.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading a file of registrations as people and spreadsheets write them, and as somebody would who means harm. */
class CsvFileTest {

    private static final String HEADER = "tpp,bank,environment,services,client-id,client-secret\n";
    private static final String ONE = "lantern,xx-harbour,sandbox,AIS PIS,c-1,s3cr3t-value\n";

    private static CsvFile.Read read(String text) {
        return CsvFile.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Finding only(CsvFile.Read read) {
        assertThat(read.findings().all()).as(read.findings().all().toString()).hasSize(1);
        return read.findings().all().get(0);
    }

    @Test
    void readsWhatStandsInEachColumn() {
        var read = read(HEADER + ONE);

        assertThat(read.findings().all()).isEmpty();
        assertThat(read.told()).containsExactly(new Told(2, Map.of("tpp", "lantern", "bank", "xx-harbour", "environment", "sandbox", "services", "AIS PIS",
                "client-id", "c-1", "client-secret", "s3cr3t-value")));
        assertThat(read.told().toString()).doesNotContain("s3cr3t-value", "lantern");
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", ","})
    void readsWhatSpreadsheetsWrite(String separator) {
        var text = "\uFEFF" + (HEADER + ONE).replace(",", separator).replace("\n", "\r\n");

        assertThat(read(text).findings().all()).isEmpty();
        assertThat(read(text).told()).hasSize(1).allSatisfy(told -> assertThat(told.words()).hasSize(6).containsEntry("services", "AIS PIS"));
        assertThat(read("sep=" + separator + "\r\n" + text.substring(1)).told()).hasSize(1).allSatisfy(told -> assertThat(told.line()).isEqualTo(3));
    }

    @Test
    void countsLinesThroughQuotedLineBreaksAndBlankLines() {
        var read = read("\"TPP\",Bank,Environment,Services,Client_ID,client secret\n\n\"lantern\",xx-harbour,sandbox,AIS,c-1,\"first\nsecond \"\"quoted\"\"\"\r\n,,,,,\n" + ONE);

        assertThat(read.findings().all()).isEmpty();
        assertThat(read.told()).extracting(Told::line).containsExactly(3, 6);
        assertThat(read.told().get(0).words()).containsEntry("client-secret", "first\nsecond \"quoted\"");
    }

    @Test
    void namesUnknownMissingAndDoubleColumns() {
        var findings = read("tpp,bnak,environment,services,client-id,client-id,cleint-secret\n" + ONE).findings().all();

        assertThat(findings).extracting(Finding::line).containsOnly(1);
        assertThat(findings).extracting(Finding::what).containsExactlyInAnyOrder("There is no column bnak.", "There is no column cleint-secret.",
                "The column client-id is there more than once.", "There is no column bank.");
        assertThat(findings).extracting(Finding::right).contains("Did you mean bank?", "Did you mean client-secret?");
    }

    @Test
    void takesTheNamesOfPlaybooksAndExpiries() {
        assertThat(read("tpp,bank,environment,services,credential.consumer-key,credential.consumer-key.expires,client-secret.expires\n").findings().all())
                .extracting(Finding::code).containsExactly("file-empty");
    }

    @Test
    void neverRepeatsAFirstLineThatIsNoHeader() {
        var findings = read("lantern,xx-harbour,sandbox,AIS,c-1,S3cr3t!Value\n").findings().all();

        assertThat(findings).extracting(Finding::code).contains("unknown-column", "missing-column");
        assertThat(findings.toString()).doesNotContain("S3cr3t", "s3cr3t");
    }

    @Test
    void findsLinesWithTooManyOrTooFewValues() {
        var findings = read(HEADER + ONE + "lantern,xx-harbour,sandbox,AIS\n" + ONE + ONE.strip() + ",more\n").findings().all();

        assertThat(findings).extracting(Finding::line).containsExactly(3, 5);
        assertThat(findings).extracting(Finding::what).containsExactly("There are 4 values, and the header has 6 columns.", "There are 7 values, and the header has 6 columns.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lantern,xx-harbour,sandbox,AIS,c-1,\"s3cr3t-value\n", "lantern,xx-harbour,sandbox,AIS,c-1,\"s3cr3t\"value\n"})
    void findsBrokenQuotesWithoutWhatStandsInThem(String broken) {
        var read = read(HEADER + ONE + broken);

        assertThat(only(read).line()).isEqualTo(3);
        assertThat(only(read).code()).isEqualTo("broken-quotes");
        assertThat(read.findings().all().toString()).doesNotContain("s3cr3t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \r\n\t\n", "\uFEFF"})
    void findsAnEmptyFile(String empty) {
        assertThat(only(read(empty)).code()).isEqualTo("file-empty");
    }

    @Test
    void findsAHeaderWithNothingBelow() {
        assertThat(only(read(HEADER)).what()).isEqualTo("No registration stands in the file.");
    }

    @Test
    void findsTheLineFromWhichOnTheEncodingIsWrong() {
        var text = HEADER + ONE + "lantern,xx-harbour,sandbox,AIS,c-1,Schlüssel\n";

        assertThat(only(CsvFile.read(text.getBytes(StandardCharsets.ISO_8859_1)))).satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("wrong-encoding");
            assertThat(finding.line()).isEqualTo(3);
        });
        for (var charset : List.of("UTF-16", "UTF-16LE", "UTF-16BE")) {
            var marked = charset.equals("UTF-16") ? text : "\uFEFF" + text;
            assertThat(only(CsvFile.read(marked.getBytes(Charset.forName(charset)))).what()).as(charset).isEqualTo("The file is in UTF-16.");
        }
    }

    @Test
    void findsWhatIsNoText() {
        assertThat(only(CsvFile.read(new byte[] {'P', 'K', 3, 4, 0, 0})).what()).isEqualTo("This is a workbook and no CSV.");
        assertThat(only(CsvFile.read(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0})).code()).isEqualTo("not-csv");
        assertThat(only(read(HEADER + "lan\0tern\n"))).satisfies(finding -> assertThat(finding.line()).isEqualTo(2));
    }

    @Test
    void stopsAtFilesThatAreTooLargeOrTooLong() {
        assertThat(only(CsvFile.read(new byte[CsvFile.MOST_BYTES + 1])).code()).isEqualTo("file-too-large");
        assertThat(read(HEADER + ONE.repeat(CsvFile.MOST_LINES)).findings().all()).isEmpty();
        assertThat(only(read(HEADER + ONE.repeat(CsvFile.MOST_LINES + 1)))).satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("too-many-lines");
            assertThat(finding.line()).isEqualTo(CsvFile.MOST_LINES + 2);
        });
        assertThat(only(read(HEADER + ONE.replace("c-1", "x".repeat(20_001)))).column()).isEqualTo("client-id");
        assertThat(only(read("x,".repeat(300) + "\n")).code()).isEqualTo("too-many-columns");
    }

    @Test
    void readsTenMegabytesOfQuotesAndSeparatorsInNoTime() {
        assertThat(only(read(HEADER + "\"".repeat(CsvFile.MOST_BYTES - HEADER.length()))).code()).isIn("broken-quotes", "wrong-count");
        assertThat(read(HEADER + (",".repeat(5) + "\n").repeat(1_000_000)).findings().all()).extracting(Finding::code).containsExactly("file-empty");
        assertThat(read(HEADER + ONE.replace(",", "") .repeat(100_000)).findings().all()).hasSizeLessThan(1_100);
    }

    @Test
    void handsOutAnExampleThatItReads() {
        var read = read(Columns.example());

        assertThat(read.findings().all()).isEmpty();
        assertThat(read.told()).hasSize(1);
        assertThat(Columns.all()).filteredOn(Columns.Column::secret).extracting(Columns.Column::example).containsOnly("");
    }
}
