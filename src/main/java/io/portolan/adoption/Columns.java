package io.portolan.adoption;

import io.portolan.playbook.CredentialKind;
import io.portolan.playbook.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What may be told of a registration that exists: the columns of a file, and their names in a call. */
public final class Columns {

    static final String TPP = "tpp";
    static final String BANK = "bank";
    static final String BRANCH = "branch";
    static final String ENVIRONMENT = "environment";
    static final String APPLICATION = "application";
    static final String SERVICES = "services";
    static final String REGISTERED_ON = "registered-on";
    static final String LIVE_SINCE = "live-since";
    static final String MEANS = "means";
    static final String MADE_BY = "made-by";
    static final String CERTIFICATES = "certificates";
    static final String REDIRECT_URIS = "redirect-uris";
    static final String LOGIN = "account-login";
    static final String PASSWORD = "account-password";
    static final String TOTP = "account-totp";
    static final String OWNER = "account-owner";
    static final String PROVE = "prove";
    /** Before the name that a playbook gives a credential. */
    static final String CREDENTIAL = "credential.";
    /** After the column of a credential, for the column of its expiry. */
    static final String EXPIRES = ".expires";

    /**
     * A column.
     *
     * @param says what stands in it, as a sentence
     * @param required whether no registration is taken without it
     * @param secret whether what stands in it goes to the vault and is shown nowhere
     * @param example what may stand in it
     */
    public record Column(String name, String says, boolean required, boolean secret, String example) { }

    /** What stands between several words of a column. */
    static final String BETWEEN = "[\\s,;]+";
    /** The same between services, which people join, too. */
    static final String BETWEEN_SERVICES = "[\\s,;+]+";

    private static final List<Column> ALL = Stream.concat(Stream.of(
            new Column(TPP, "The id of the TPP that is registered.", true, false, "lantern"),
            new Column(BANK, "The id of the bank.", true, false, "xx-harbour"),
            new Column(BRANCH, "The key of the branch, where branches register by themselves.", false, false, ""),
            new Column(ENVIRONMENT, "The environment of the bank.", true, false, "sandbox"),
            new Column(APPLICATION, "The label of the application; main where nothing is said.", false, false, "main"),
            new Column(SERVICES, "The services: AIS, PIS, CAF, with a space between them.", true, false, "AIS PIS"),
            new Column(REGISTERED_ON, "The day on which the bank registered us.", false, false, "2024-03-18"),
            new Column(LIVE_SINCE, "The day since which it is used.", false, false, "2024-05-02"),
            new Column(MEANS, "How it was made: portal, api, mail, by-hand or not-needed.", false, false, "portal"),
            new Column(MADE_BY, "Who made it.", false, false, "Ada Example"),
            new Column(CERTIFICATES, "Our certificates that it was made with, by id, fingerprint (SHA-256) or serial number, with a space between them.", false,
                    false, ""),
            new Column(REDIRECT_URIS, "The redirect URIs that the bank has, with a space between them.", false, false, "https://tpp.example/callback"),
            new Column(LOGIN, "What one signs in to the bank's portal with; banks of a group share an account.", false, false, "banks@tpp.example"),
            new Column(PASSWORD, "The password of that account, where Portolan does not know the account yet.", false, true, ""),
            new Column(TOTP, "The seed of its one-time codes, in Base32 or as an otpauth address.", false, true, ""),
            new Column(OWNER, "Who answers for the account.", false, false, "Ada Example"),
            new Column(PROVE, "Whether its proof begins at once: yes where nothing is said, or no.", false, false, "yes")),
            credentials()).toList();

    private Columns() { }

    private static Stream<Column> credentials() {
        return Arrays.stream(CredentialKind.values())
                .filter(kind -> kind.isOfTheRegistration() && kind != CredentialKind.OTHER && kind != CredentialKind.PRIVATE_KEY)
                .map(kind -> new Column(word(kind), "What the bank has handed out as " + word(kind).replace('-', ' ') + ".", false,
                        kind.isUsuallySecret(), kind == CredentialKind.CLIENT_ID ? "c-4711" : ""));
    }

    private static String word(CredentialKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All columns of one name each; besides there are those of credentials as playbooks name them, and of the expiry of any credential. */
    public static List<Column> all() {
        return ALL;
    }

    /** A file with all columns and one registration, in which nothing is secret. */
    public static String example() {
        return String.join(",", ALL.stream().map(Column::name).toList()) + "\r\n" + String.join(",", ALL.stream().map(Column::example).toList()) + "\r\n";
    }

    /** A name as somebody may have written it, such as {@code Client ID}. */
    static String plain(String written) {
        return written.strip().toLowerCase(Locale.ROOT).replaceAll("[ _]+", "-");
    }

    static boolean isKnown(String name) {
        var credential = name.endsWith(EXPIRES) ? name.substring(0, name.length() - EXPIRES.length()) : name;
        return ALL.stream().anyMatch(column -> column.name().equals(name)) || isCredential(credential);
    }

    /** Whether a credential stands in this column. */
    static boolean isCredential(String name) {
        return name.startsWith(CREDENTIAL) && name.substring(CREDENTIAL.length()).matches("[a-z][a-z0-9-]{0,62}")
                || CredentialKind.named(name) != CredentialKind.NONE && ALL.stream().anyMatch(column -> column.name().equals(name));
    }

    /** The column of a credential that is called so. */
    public static String ofCredential(String name) {
        return isCredential(name) ? name : CREDENTIAL + name;
    }

    /** The column for the expiry of a credential that is called so. */
    public static String ofExpiry(String name) {
        return ofCredential(name) + EXPIRES;
    }

    /** Whether a credential or its expiry stands in this column. */
    public static boolean isOfCredential(String column) {
        return isCredential(column) || column.endsWith(EXPIRES);
    }

    /** What would be right instead of this name. */
    static String instead(String name) {
        var nearest = Nearest.to(name, ALL.stream().map(Column::name).toList());
        return nearest != null ? "Did you mean " + nearest + "?"
                : "A column is one of " + String.join(", ", ALL.stream().map(Column::name).toList()) + ", " + CREDENTIAL + "<name> or <credential>" + EXPIRES + ".";
    }
}
