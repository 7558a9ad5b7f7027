package io.portolan.api;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How often things were changed, as triggers of their tables count it. */
@Component
class JdbcVersions {

    private final JdbcClient jdbc;

    JdbcVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Long> find(Versioned kind, String id) {
        return jdbc.sql(query(kind)).param("id", id).query(Long.class).optional();
    }

    /** The same, and nobody changes it before this transaction has ended. */
    Optional<Long> lock(Versioned kind, String id) {
        if (kind == Versioned.CERTIFICATE_CHOICES || kind == Versioned.AUTOMATION_CONSENTS) {
            // there is nothing to lock before the first change
            jdbc.sql("insert into list_versions (list, tpp, version) values (:list, :id, 0) on conflict (list, tpp) do nothing").param("list", Words.of(kind)).param("id", id).update();
            return jdbc.sql("select version from list_versions where list = :list and tpp = :id for no key update").param("list", Words.of(kind)).param("id", id).query(Long.class).optional();
        }
        return jdbc.sql(query(kind) + " for no key update").param("id", id).query(Long.class).optional();
    }

    private static String query(Versioned kind) {
        return switch (kind) {
            case TASK -> "select version from tasks where id = :id";
            case USER -> "select version from users where name = :id";
            case CAMPAIGN -> "select version from campaigns where id = :id";
            case ONBOARDING -> "select version from onboardings where id = :id";
            case REGISTRATION -> "select version from registrations where id = :id";
            case TOKEN -> "select version from api_tokens where name = :id";
            case PORTAL_ACCOUNT -> "select version from portal_accounts where (tpp, portal, environment) = (split_part(:id, '/', 1), split_part(:id, '/', 2), split_part(:id, '/', 3))";
            case CERTIFICATE_CHOICES -> "select coalesce((select version from list_versions where list = 'certificate-choices' and tpp = :id), 0)";
            case AUTOMATION_CONSENTS -> "select coalesce((select version from list_versions where list = 'automation-consents' and tpp = :id), 0)";
        };
    }
}
