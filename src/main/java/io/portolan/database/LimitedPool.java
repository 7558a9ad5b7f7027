package io.portolan.database;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Puts the source that heeds limits before the pool that Spring Boot has made, and ends what it holds. */
class LimitedPool implements BeanPostProcessor, DisposableBean {

    private final ObjectProvider<Limits> limits;
    private LimitedDataSource made;

    LimitedPool(ObjectProvider<Limits> limits) {
        this.limits = limits;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof HikariDataSource pool)) {
            return bean;
        }
        made = new LimitedDataSource(pool, limits.getObject());
        return made;
    }

    @Override
    public void destroy() {
        if (made != null) {
            made.close();
        }
    }
}
