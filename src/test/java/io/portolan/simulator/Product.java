package io.portolan.simulator;

/** What a bank's catalogue offers. */
public enum Product {
    AIS("Account Information API", "Balances and transactions of payment accounts, with the consent of their holder.", "PSP_AI"),
    PIS("Payment Initiation API", "Single SEPA credit transfers, with the consent of the account holder.", "PSP_PI");

    private final String title;
    private final String description;
    private final String role;

    Product(String title, String description, String role) {
        this.title = title;
        this.description = description;
        this.role = role;
    }

    /** Its name in the catalogue. */
    public String title() {
        return title;
    }

    /** What it is for. */
    public String description() {
        return description;
    }

    /** The PSD2 role without which a TPP may not use it. */
    public String role() {
        return role;
    }
}
