package io.portolan.registration;

import io.portolan.database.Timestamps;
import io.portolan.playbook.Service;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        return ofEach(List.of(registration)).getOrDefault(registration, List.of());
    }

    @Override
    public Map<String, List<Grant>> ofEach(Collection<String> registrations) {
        var grants = new HashMap<String, List<Grant>>();
        database.sql("select registration, service, effective_from from service_grants where registration = any(:ids) order by registration, service")
                .param("ids", registrations.toArray(String[]::new)).query(row -> {
                    grants.computeIfAbsent(row.getString("registration"), id -> new ArrayList<>())
                            .add(new Grant(Service.valueOf(row.getString("service")), Timestamps.read(row, "effective_from")));
                });
        return grants;
    }

    /** Keeps that a service is granted, from then or, where it is null, at once. */
    void keep(String registration, Service service, Instant from) {
        database.sql("insert into service_grants (registration, service, effective_from) values (:id, :service, :from)"
                + " on conflict (registration, service) do update set effective_from = excluded.effective_from")
                .param("id", registration).param("service", service.name()).param("from", Timestamps.of(from)).update();
    }

    /** Lets the registration as a whole count from the first day on which one of its granted services may be used. */
    void count(String registration) {
        database.sql("update registrations r set effective_from = (select case when bool_or(g.effective_from is null) then null"
                + " else min(g.effective_from) end from service_grants g where g.registration = r.id and g.service = any(r.granted))"
                + " where id = :id").param("id", registration).update();
    }
}
