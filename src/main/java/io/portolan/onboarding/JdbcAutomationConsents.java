package io.portolan.onboarding;

import io.portolan.database.OneLook;
import io.portolan.database.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcAutomationConsents {

    private final JdbcClient jdbc;

    JdbcAutomationConsents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isGiven(String tpp, String portal) {
        if (OneLook.isOpen()) {
            return OneLook.once(List.of("automation-consents", tpp), () -> jdbc.sql("select portal from automation_consents where tpp = :tpp and given").param("tpp", tpp)
                    .query(String.class).set()).contains(portal);
        }
        return jdbc.sql("select given from automation_consents where tpp = :tpp and portal = :portal")
                .param("tpp", tpp).param("portal", portal).query(Boolean.class).optional().orElse(false);
    }

    /** Notes that the TPP is being asked; false where it was asked before. */
    boolean ask(String tpp, String portal) {
        return jdbc.sql("insert into automation_consents (tpp, portal) values (:tpp, :portal) on conflict do nothing")
                .param("tpp", tpp).param("portal", portal).update() == 1;
    }

    void decide(AutomationConsent consent) {
        jdbc.sql("""
                insert into automation_consents (tpp, portal, given, note, decided_by, decided_at) values (:tpp, :portal, :given, :note, :by, :at)
                on conflict (tpp, portal) do update set given = :given, note = :note, decided_by = :by, decided_at = :at""")
                .param("tpp", consent.tpp()).param("portal", consent.portal()).param("given", consent.given()).param("note", consent.note())
                .param("by", consent.decidedBy()).param("at", Timestamps.of(consent.decidedAt())).update();
    }

    List<AutomationConsent> of(String tpp) {
        return jdbc.sql("select * from automation_consents where tpp = :tpp order by portal").param("tpp", tpp)
                .query(JdbcAutomationConsents::row).list();
    }

    /** The onboardings of a TPP in which a person has a leg that a machine could do. */
    List<String> withPeople(String tpp) {
        return jdbc.sql("select distinct o.id from onboardings o join legs l on l.onboarding = o.id where o.tpp = :tpp and o.finished_at is null"
                + " and l.means = 'PORTAL' and l.state = 'WITH_PERSON' and l.result_reason = 'BY_DESIGN' order by o.id")
                .param("tpp", tpp).query(String.class).list();
    }

    private static AutomationConsent row(ResultSet row, int number) throws SQLException {
        return new AutomationConsent(row.getString("tpp"), row.getString("portal"), row.getBoolean("given"), row.getString("note"),
                row.getString("decided_by"), Timestamps.read(row, "decided_at"));
    }
}
