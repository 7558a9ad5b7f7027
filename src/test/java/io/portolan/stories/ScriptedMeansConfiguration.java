package io.portolan.stories;

import io.portolan.leg.Means;
import io.portolan.playbook.MeansName;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Puts scripted means in the place of those that reach outside. */
@TestConfiguration(proxyBeanMethods = false)
class ScriptedMeansConfiguration {

    @Bean
    Means portalMeans() {
        return new ScriptedMeans(MeansName.PORTAL);
    }

    @Bean
    Means mailMeans() {
        return new ScriptedMeans(MeansName.MAIL);
    }

    @Bean
    Means apiMeans() {
        return new ScriptedMeans(MeansName.API);
    }
}
