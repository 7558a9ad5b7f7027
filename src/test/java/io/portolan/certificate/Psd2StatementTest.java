package io.portolan.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x509.qualified.QCStatement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class Psd2StatementTest {

    private static final ASN1Encodable AI = oid("0.4.0.19495.1.3");
    private static final ASN1Encodable NAME = text("PSP_AI");
    private static final ASN1Encodable AUTHORITY = text("Federal Authority");
    private static final ASN1Encodable ID = text("DE-BAFIN");

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of("texts of another type", of(of(of(AI, new DERPrintableString("PSP_AI"))), new DERPrintableString("Federal Authority"), new DERPrintableString("DE-BAFIN"))),
                Arguments.of("a set of roles", of(new DERSet(of(AI, NAME)), AUTHORITY, ID)),
                Arguments.of("one role that is not in a list", of(of(AI, NAME), AUTHORITY, ID)),
                Arguments.of("roles without names", of(of(AI), AUTHORITY, ID)),
                Arguments.of("something more in a role", of(of(of(AI, NAME, oid("0.4.0.19495.1.3"), NAME)), AUTHORITY, ID)),
                Arguments.of("the name before its OID", of(of(of(NAME, AI)), AUTHORITY, ID)),
                Arguments.of("all in one row", of(AI, NAME, AUTHORITY, ID)),
                Arguments.of("tags around", of(new DERTaggedObject(true, 0, of(of(AI, NAME))), new DERTaggedObject(true, 1, AUTHORITY), new DERTaggedObject(true, 2, ID))),
                Arguments.of("tags instead", of(new DERTaggedObject(false, 0, of(of(AI, NAME))), new DERTaggedObject(false, 1, AUTHORITY), new DERTaggedObject(false, 2, ID))),
                Arguments.of("tags instead in a role", of(of(of(new DERTaggedObject(false, 0, AI), new DERTaggedObject(false, 1, NAME))), AUTHORITY, ID)),
                Arguments.of("wrapped once more", of(of(of(of(AI, NAME)), AUTHORITY, ID))),
                Arguments.of("id before name", of(of(of(AI, new DERPrintableString("PSP_AI"))), ID, AUTHORITY)),
                Arguments.of("something more", of(of(of(AI, NAME)), AUTHORITY, ID, text("more"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void readsWhatIsInAStatementThatIsBuiltWrongly(String what, ASN1Encodable statement) {
        var contents = ReadCertificate.of(new OddCertificate().psd2(statement).make());

        assertThat(contents.roles()).containsExactly("PSP_AI");
        assertThat(contents.statements().psd2().authorityId()).isEqualTo("DE-BAFIN");
        assertThat(contents.statements().psd2().authorityName()).isEqualTo("Federal Authority");
        assertThat(new OddCertificate().psd2(statement).codes()).contains("psd2-statement-malformed");
    }

    @Test
    void readsAllRolesWhereTheirIssuerHasWrittenThemIntoOne() {
        var all = of(oid("0.4.0.19495.1.1"), text("PSP_AS"), oid("0.4.0.19495.1.2"), text("PSP_PI"), AI, NAME, oid("0.4.0.19495.1.4"), text("PSP_IC"));
        var odd = new OddCertificate().psd2(of(of(all), AUTHORITY, ID));

        assertThat(ReadCertificate.of(odd.make()).roles()).containsExactly("PSP_AI", "PSP_AS", "PSP_IC", "PSP_PI");
        assertThat(odd.codes()).containsExactly("psd2-statement-malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "number", "nothing", "octets"})
    void readsNothingFromWhatIsNoStatement(String what) {
        var statement = switch (what) {
            case "text" -> text("PSP_AI");
            case "number" -> new ASN1Integer(3);
            case "octets" -> new DEROctetString(new byte[] {1, 2, 3});
            default -> of();
        };

        assertThat(ReadCertificate.of(new OddCertificate().psd2(statement).make()).roles()).isEmpty();
        assertThat(new OddCertificate().psd2(statement).codes()).contains("roles-missing");
    }

    @Test
    void goesByTheOidAndTellsOfAnotherNameBesideIt() {
        var odd = new OddCertificate().psd2(of(of(of(oid("0.4.0.19495.1.1"), text("PSP_AI")), of(oid("1.2.3.4"), text("PSP_XY")),
                of(oid("0.4.0.19495.1.2"), text("Payment Initiation"))), AUTHORITY, ID));

        assertThat(ReadCertificate.of(odd.make()).roles()).containsExactly("1.2.3.4", "PSP_AS", "PSP_PI");
        assertThat(odd.codes()).containsExactly("role-misnamed", "role-misnamed", "role-foreign");
    }

    @Test
    void readsStatementsThatAreNotPutTogetherAsTheyShould() {
        var alone = new QCStatement(new ASN1ObjectIdentifier(OddCertificate.PSD2), OddCertificate.psd2());
        for (var statements : List.<ASN1Encodable>of(alone, of(of(alone)), new DERSet(alone))) {
            var contents = ReadCertificate.of(new OddCertificate().statements(statements).make());

            assertThat(contents.roles()).containsExactly("PSP_AI", "PSP_PI");
            assertThat(contents.statements().isExact()).isFalse();
            assertThat(new OddCertificate().statements(statements).codes()).contains("statements-malformed");
        }
    }

    @Test
    void passesOverStatementsThatItDoesNotKnow() {
        var statements = of(new QCStatement(new ASN1ObjectIdentifier("1.2.3.4.5"), text("anything")), new QCStatement(new ASN1ObjectIdentifier("0.4.0.1862.1.3"),
                new ASN1Integer(10)), new QCStatement(new ASN1ObjectIdentifier(OddCertificate.PSD2), OddCertificate.psd2()));

        var read = ReadCertificate.of(new OddCertificate().statements(statements).make()).statements();
        assertThat(read.others()).containsExactly("1.2.3.4.5", "0.4.0.1862.1.3");
        assertThat(read.psd2().roleNames()).containsExactly("PSP_AI", "PSP_PI");
    }

    @Test
    void saysWhatCannotBeReadAtAll() {
        var odd = new OddCertificate().statements((ASN1Encodable) null).with("1.3.6.1.5.5.7.1.3", false, new byte[] {0x30, 0x7f, 1});

        assertThat(ReadCertificate.of(odd.make()).unreadable()).containsExactly("qcStatements");
        assertThat(odd.codes()).contains("statements-unreadable", "unreadable").doesNotContain("not-qualified");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DE_BAFIN", "de-bafin", "BAFIN", "DE-BAFIN2", ""})
    void tellsOfAnAuthorityThatIsWrittenAnotherWay(String id) {
        var codes = new OddCertificate().psd2(of(of(of(AI, NAME)), AUTHORITY, text(id))).codes();

        assertThat(codes).contains(id.isEmpty() ? "authority-missing" : "authority-malformed");
    }

    private static ASN1ObjectIdentifier oid(String id) {
        return new ASN1ObjectIdentifier(id);
    }

    private static DERUTF8String text(String text) {
        return new DERUTF8String(text);
    }

    private static DERSequence of(ASN1Encodable... members) {
        return new DERSequence(members);
    }
}
