package io.portolan.vault;

import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Lets settings hold a secret, so that it is dots in whatever prints them. */
@Component
@ConfigurationPropertiesBinding
class SecretSetting implements Converter<String, Secret> {

    @Override
    public Secret convert(String text) {
        return Secret.of(text);
    }
}
