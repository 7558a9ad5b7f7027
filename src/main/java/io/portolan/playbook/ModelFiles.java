package io.portolan.playbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The hand-drawn models of routes: beside the playbooks of the folder outside, or packed. */
@Component
public class ModelFiles {

    private final PlaybookSettings settings;

    ModelFiles(PlaybookSettings settings) {
        this.settings = settings;
    }

    /** The models beside the playbooks of this folder, which need not be the one that is in use, or packed. */
    static ModelFiles beside(Path folder) {
        return new ModelFiles(new PlaybookSettings(folder));
    }

    /** The BPMN 2.0 text of the model with this id, which is also the name of its file. */
    public Optional<String> text(String model) {
        try {
            var outside = settings.folder() == null ? null : settings.folder().resolve(model + ".bpmn");
            if (outside != null && Files.exists(outside)) {
                return Optional.of(Files.readString(outside));
            }
            var packed = new ClassPathResource("bpmn/" + model + ".bpmn");
            return packed.exists() ? Optional.of(packed.getContentAsString(StandardCharsets.UTF_8)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
