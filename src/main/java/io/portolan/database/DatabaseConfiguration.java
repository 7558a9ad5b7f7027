package io.portolan.database;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Tells the connection pool where the database is. The pool depends on this bean, and everything else on the pool, so
 * the embedded PostgreSQL starts first and stops last.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DataSourceProperties.class)
class DatabaseConfiguration {

    @Bean(destroyMethod = "close")
    @Conditional(NoDatabaseGiven.class)
    JdbcConnectionDetails embeddedDatabase(DatabaseSettings settings) {
        return EmbeddedDatabase.start(settings);
    }

    @Bean
    @Conditional(DatabaseGiven.class)
    JdbcConnectionDetails givenDatabase(DataSourceProperties properties, DatabaseSettings settings) {
        var database = new GivenDatabase(properties.determineUrl(), properties.determineUsername(),
                properties.determinePassword());
        database.await(settings.patience());
        return database;
    }

    /** Must be made before the pool, and so in a static method. */
    @Bean
    static BeanPostProcessor limitedPool(ObjectProvider<Limits> limits) {
        return new LimitedPool(limits);
    }

    @Bean
    Neighbours neighbours(JdbcConnectionDetails database) {
        return () -> !(database instanceof EmbeddedDatabase);
    }

    static class DatabaseGiven extends SpringBootCondition {
        @Override
        public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
            var given = StringUtils.hasText(context.getEnvironment().getProperty("spring.datasource.url"));
            return new ConditionOutcome(given, ConditionMessage.of("spring.datasource.url is %s", given ? "set" : "not set"));
        }
    }

    static class NoDatabaseGiven extends DatabaseGiven {
        @Override
        public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return ConditionOutcome.inverse(super.getMatchOutcome(context, metadata));
        }
    }
}
