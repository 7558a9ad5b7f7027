package io.portolan.playbook;

/**
 * What banks are looked for; what is null or blank fits all.
 *
 * @param words parts of names, or a BIC; all must fit
 * @param country a country in which it is found (ISO 3166)
 * @param standard the family of an API standard
 */
public record BankSearch(String words, String country, String standard, MeansName means, BankEntry.Asks asks) {

    /** What fits all. */
    public static final BankSearch ALL = new BankSearch(null, null, null, null, null);

    /** Whether this is such a bank. */
    public boolean fits(BankEntry bank) {
        return (isNone(words) || bank.isCalled(words)) && (isNone(country) || bank.countries().stream().anyMatch(country.strip()::equalsIgnoreCase))
                && (isNone(standard) || standard.strip().equalsIgnoreCase(bank.standard())) && (means == null || bank.means().contains(means))
                && (asks == null || bank.asks().contains(asks));
    }

    private static boolean isNone(String text) {
        return text == null || text.isBlank();
    }
}
