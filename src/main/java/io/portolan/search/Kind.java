package io.portolan.search;

import io.portolan.access.Role;
import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** What sort of thing is found, in the order in which groups are shown. */
public enum Kind {
    BANK("/banks/"), TPP("/tpps/"), ONBOARDING("/onboardings/"), TASK("/tasks/"), REGISTRATION("/registrations/"), CERTIFICATE("/certificates/"), MAIL("/mails/"),
    PORTAL_ACCOUNT("/portal-accounts?only="), CAMPAIGN("/campaigns/"), PLAYBOOK("/banks/"), USER("/access/users/"), ACT("/journal?act=");

    private final String pages;

    Kind(String pages) {
        this.pages = pages;
    }

    /** Who may find such things. */
    Role role() {
        return switch (this) {
            case USER -> Role.ADMIN;
            case ACT -> Role.AUDITOR;
            default -> Role.VIEWER;
        };
    }

    /** Whether entries are kept of them, by words; the others are in memory or in the journal. */
    boolean isKept() {
        return this != BANK && this != PLAYBOOK && this != ACT;
    }

    /** The address of the page of one. */
    String page(String id) {
        return pages + UriUtils.encode(id, StandardCharsets.UTF_8) + (this == PLAYBOOK ? "/playbook" : "");
    }
}
