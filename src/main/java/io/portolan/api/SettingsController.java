package io.portolan.api;

import io.portolan.settings.Setting;
import io.portolan.settings.SettingsInUse;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/settings")
@Tag(name = "Settings", description = "What this installation is set to")
class SettingsController {

    private final SettingsInUse settings;

    SettingsController(SettingsInUse settings) {
        this.settings = settings;
    }

    /** A setting, its value as this node has read it at its start; of a secret only whether it is set. */
    record SettingView(String name, String value, String standard, String meaning, boolean set, String source, boolean secret) {

        static SettingView of(Setting setting) {
            return new SettingView(setting.name(), setting.value(), setting.standard(), setting.meaning(), setting.isSet(), setting.source(), setting.secret());
        }
    }

    @GetMapping
    @Operation(summary = "Every setting: its value, its default, what it means and where it was set; never a secret")
    List<SettingView> all() {
        return settings.all().stream().map(SettingView::of).toList();
    }
}
