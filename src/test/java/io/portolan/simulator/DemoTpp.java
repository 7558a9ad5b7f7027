package io.portolan.simulator;

/** Who the demo's certificates are made out to; nobody of that name exists. */
public record DemoTpp(String legalName, String country, String city, String organisationId, String website,
        String authorityName, String authorityId) {

    /** A made-up payment institution with a made-up licence. */
    public static DemoTpp example() {
        return new DemoTpp("Lantern Payments GmbH", "DE", "Hamburg", "PSDDE-BAFIN-100200", "lantern-payments.example",
                "Federal Financial Supervisory Authority", "DE-BAFIN");
    }

    /** The picture of its application, as PNG. */
    public byte[] logo() {
        return Resources.bytes("lantern.png");
    }
}
