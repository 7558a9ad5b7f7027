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
        return jdbc.sql(query(kind) + " for no key update").param("id", id).query(Long.class).optional();
    }

    private static String query(Versioned kind) {
        return switch (kind) {
            case TASK -> "select version from tasks where id = :id";
            case USER -> "select version from users where name = :id";
            case CAMPAIGN -> "select version from campaigns where id = :id";
            case ONBOARDING -> "select version from onboardings where id = :id";
            case REGISTRATION -> "select version from registrations where id = :id";
        };
    }
}
