package io.portolan.registration;

import io.portolan.database.Timestamps;
import io.portolan.playbook.Service;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** From when each service of a registration may be used. */
@Component
class JdbcGrants implements Grants {

    private final JdbcClient database;

    JdbcGrants(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<Grant> of(String registration) {
        return database.sql("select service, effective_from from service_grants where registration = :id order by service").param("id", registration)
                .query((row, number) -> new Grant(Service.valueOf(row.getString("service")), Timestamps.read(row, "effective_from"))).list();
    }

    /** Keeps that a service is granted, from then or, where it is null, at once. */
    void keep(String registration, Service service, Instant from) {
        database.sql("insert into service_grants (registration, service, effective_from) values (:id, :service, :from)"
                + " on conflict (registration, service) do update set effective_from = excluded.effective_from")
                .param("id", registration).param("service", service.name()).param("from", Timestamps.of(from)).update();
    }

    /** Changes from when a service may be used; the registration as a whole counts from the last of these days. */
    void takesEffect(String registration, Service service, Instant from) {
        keep(registration, service, from);
        database.sql("update registrations set effective_from = (select max(effective_from) from service_grants where registration = :id)"
                + " where id = :id").param("id", registration).update();
    }
}
