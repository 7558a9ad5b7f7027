package io.portolan.simulator;

import java.nio.charset.StandardCharsets;

/** Who the demo's certificates are made out to; nobody of that name exists. */
public record DemoTpp(String legalName, String country, String city, String organisationId, String website,
        String authorityName, String authorityId) {

    /** A made-up payment institution with a made-up licence. */
    public static DemoTpp example() {
        return new DemoTpp("Lantern Payments GmbH", "DE", "Hamburg", "PSDDE-BAFIN-100200", "lantern-payments.example",
                "Federal Financial Supervisory Authority", "DE-BAFIN");
    }

    /** Another company with a licence of its own, for this number below ten thousand. */
    public static DemoTpp numbered(int number) {
        return new DemoTpp("Lantern Payments %d GmbH".formatted(number), "DE", "Hamburg", "PSDDE-BAFIN-%06d".formatted(200_000 + number),
                "lantern-%d.example".formatted(number), "Federal Financial Supervisory Authority", "DE-BAFIN");
    }

    /** The picture of its application, as PNG. */
    public byte[] logo() {
        return Resources.bytes("lantern.png");
    }

    /** Its licence, as a PDF of one page. */
    public byte[] licence() {
        var text = "BT /F1 18 Tf 72 720 Td (Licence of " + legalName + ", " + organisationId + ", made up) Tj ET";
        return ("""
                %%PDF-1.4
                1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
                2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
                3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R
                  /Resources <</Font <</F1 <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>>>>> endobj
                4 0 obj <</Length %d>> stream
                %s
                endstream endobj
                trailer <</Root 1 0 R>>
                %%%%EOF
                """).formatted(text.length(), text).getBytes(StandardCharsets.US_ASCII);
    }
}
