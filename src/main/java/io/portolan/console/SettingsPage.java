package io.portolan.console;

import io.portolan.settings.SettingsInUse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What this installation is set to, to read only: it is set where it is started. */
@Controller
class SettingsPage {

    private final SettingsInUse settings;

    SettingsPage(SettingsInUse settings) {
        this.settings = settings;
    }

    /** A setting without what its area says already. */
    record SettingLine(String name, String shortName, String value, String standard, String meaning, String source, boolean secret) { }

    @GetMapping("/settings")
    String all(@RequestParam(defaultValue = "false") boolean changed, Model model) {
        Map<String, List<SettingLine>> areas = settings.all().stream().filter(setting -> !changed || setting.isSet())
                .map(setting -> new SettingLine(setting.name(), setting.name().split("\\.", 3)[2], setting.value(), setting.standard(), setting.meaning(),
                        setting.source(), setting.secret()))
                .collect(Collectors.groupingBy(line -> line.name().substring(0, line.name().indexOf('.', line.name().indexOf('.') + 1)), LinkedHashMap::new, Collectors.toList()));
        model.addAttribute("areas", areas);
        model.addAttribute("changed", changed);
        return "settings";
    }
}
