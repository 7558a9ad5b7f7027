package io.portolan.stories;

import io.portolan.leg.Means;
import io.portolan.playbook.MeansName;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Puts scripted means in the place of those that reach outside, and has passwords kept by Argon2 as well, but by less of it: stories sign in a thousand times. */
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

    @Bean
    static PasswordEncoder passwordEncoder() {
        return new Argon2PasswordEncoder(16, 32, 1, 1 << 8, 1);
    }
}
