package io.portolan.playbook;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where playbooks are read from beside those that are packed.
 *
 * @param folder a folder with {@code *.yaml} files that add to the packed ones or replace them by name, or null
 */
@ConfigurationProperties("portolan.playbook")
record PlaybookSettings(Path folder) {
}
