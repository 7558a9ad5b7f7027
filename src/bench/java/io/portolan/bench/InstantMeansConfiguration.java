package io.portolan.bench;

import io.portolan.leg.Means;
import io.portolan.playbook.MeansName;
import org.springframework.context.annotation.Bean;

/** Puts instant means in the place of those that reach outside; no annotation makes it a configuration, so that no scan finds it. */
class InstantMeansConfiguration {

    @Bean
    Means portalMeans() {
        return new InstantMeans(MeansName.PORTAL);
    }

    @Bean
    Means mailMeans() {
        return new InstantMeans(MeansName.MAIL);
    }

    @Bean
    Means apiMeans() {
        return new InstantMeans(MeansName.API);
    }
}
