package io.portolan.api;

import io.portolan.adoption.Columns;
import io.portolan.adoption.Told;
import io.portolan.refusal.Refused;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A registration that exists at the bank already, as a client tells it; it says by its fields what a file says by its columns. */
record AdoptionBody(@Schema(example = "lantern") String tpp, @Schema(example = "xx-harbour") String bank, String branch,
        @Schema(example = "sandbox") String environment, @Schema(example = "main") String application, @Schema(example = "[\"AIS\"]") List<String> services,
        @Schema(description = "The day on which the bank registered us", example = "2024-03-18") String registeredOn,
        @Schema(description = "The day since which it is used", example = "2024-05-02") String liveSince,
        @Schema(description = "How it was made: portal, api, mail, by-hand or not-needed", example = "portal") String means,
        @Schema(example = "Ada Example") String madeBy,
        @Schema(description = "Our certificates that it was made with, by id, fingerprint (SHA-256) or serial number") List<String> certificates,
        @Schema(description = "The redirect URIs that the bank has") List<String> redirectUris,
        @Schema(description = "The account at the bank's portal; without a password where it is known already") AccountBody account,
        @Schema(description = "What the bank has handed out, by the names of the playbook") List<CredentialBody> credentials,
        @Schema(description = "Whether its proof begins at once, as far as all is there that it needs", defaultValue = "true") Boolean prove) {

    /** An account at a portal; its secrets go to the vault. */
    record AccountBody(String login, String password, String totp, String owner) {

        /** Leaves the secrets out. */
        @Override
        public String toString() {
            return "AccountBody[login=" + login + "]";
        }
    }

    /** A credential; a secret one goes to the vault. */
    record CredentialBody(@Schema(example = "client-secret") String name, String value, String expires) {

        /** Leaves the value out. */
        @Override
        public String toString() {
            return "CredentialBody[name=" + name + "]";
        }
    }

    Told told() {
        var words = new LinkedHashMap<String, String>();
        words.put("tpp", tpp);
        words.put("bank", bank);
        words.put("branch", branch);
        words.put("environment", environment);
        words.put("application", application);
        words.put("services", joined(services));
        words.put("registered-on", registeredOn);
        words.put("live-since", liveSince);
        words.put("means", means);
        words.put("made-by", madeBy);
        words.put("certificates", joined(certificates));
        words.put("redirect-uris", joined(redirectUris));
        words.put("prove", Boolean.FALSE.equals(prove) ? "no" : "yes");
        if (account != null) {
            words.put("account-login", account.login());
            words.put("account-password", account.password());
            words.put("account-totp", account.totp());
            words.put("account-owner", account.owner());
        }
        credentials(words);
        return new Told(0, words);
    }

    private void credentials(Map<String, String> words) {
        var wrong = new LinkedHashMap<String, String>();
        for (var each : credentials == null ? List.<CredentialBody>of() : credentials) {
            if (each == null || each.name() == null || !each.name().matches("[a-z][a-z0-9-]{0,62}")) {
                wrong.put("credentials", "Each has a name in lower-case letters, digits and hyphens, such as client-secret.");
            } else if (each.value() == null || each.value().isBlank()) {
                wrong.put("credentials." + each.name(), "The value is missing.");
            } else if (words.putIfAbsent(Columns.ofCredential(each.name()), each.value()) != null) {
                wrong.put("credentials." + each.name(), "It is there more than once.");
            } else {
                words.put(Columns.ofExpiry(each.name()), each.expires());
            }
        }
        if (!wrong.isEmpty()) {
            throw Refused.invalid("invalid-values", "Not right: " + String.join(", ", wrong.keySet()) + ".", wrong);
        }
    }

    private static String joined(List<String> words) {
        return words == null ? null : String.join(" ", words.stream().filter(word -> word != null).toList());
    }

    /** What is said of columns, said of fields. */
    static Map<String, String> byField(Map<String, String> byColumn) {
        var fields = new LinkedHashMap<String, String>();
        byColumn.forEach((column, what) -> fields.put(field(column), what));
        return fields;
    }

    private static String field(String column) {
        return switch (column) {
            case "registered-on" -> "registeredOn";
            case "live-since" -> "liveSince";
            case "made-by" -> "madeBy";
            case "redirect-uris" -> "redirectUris";
            case "account-login", "account-password", "account-totp", "account-owner" -> column.replace('-', '.');
            default -> Columns.isOfCredential(column) ? "credentials." + column.replaceFirst("^credential\\.", "") : column;
        };
    }
}
