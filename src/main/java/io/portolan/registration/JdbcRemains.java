package io.portolan.registration;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcRemains implements Remains {

    private final JdbcClient database;

    JdbcRemains(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void exist(String registration) {
        database.sql("update registrations set at_bank = 'EXISTS' where id = :id").param("id", registration).update();
    }

    @Override
    public void cleared(String registration) {
        database.sql("update registrations set at_bank = 'CLEARED' where id = :id and at_bank = 'EXISTS' and standing not in ('ACTIVE', 'SUSPENDED')")
                .param("id", registration).update();
    }
}
