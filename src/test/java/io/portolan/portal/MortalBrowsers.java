package io.portolan.portal;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.openqa.selenium.HasCapabilities;
import org.openqa.selenium.WebDriver;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.annotation.Order;

/** Remembers which browsers an application has opened, so that a story may have these die and no other, as those of the tests beside it. */
public final class MortalBrowsers implements BeanPostProcessor {

    private static final Set<String> FOLDERS = ConcurrentHashMap.newKeySet();

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof SeleniumChromium chromium ? new Remembered(chromium) : bean;
    }

    /** Ends, as a crash would, the browsers of the application and their drivers; gives whether there were any. */
    public static boolean kill() {
        var mortal = ProcessHandle.allProcesses().filter(each -> FOLDERS.stream().anyMatch(each.info().commandLine().orElse("")::contains))
                .flatMap(each -> Stream.concat(each.descendants(), Stream.of(each))).distinct().toList();
        mortal.forEach(ProcessHandle::destroyForcibly);
        return !mortal.isEmpty();
    }

    @Order(0)
    private record Remembered(SeleniumChromium chromium) implements SeleniumDrivers {

        @Override
        public boolean isAvailable() {
            return chromium.isAvailable();
        }

        @Override
        public boolean isChromium() {
            return chromium.isChromium();
        }

        @Override
        public WebDriver open() {
            var driver = chromium.open();
            var chrome = (Map<?, ?>) ((HasCapabilities) driver).getCapabilities().getCapability("chrome");
            FOLDERS.add(Path.of(chrome.get("userDataDir").toString()).getParent() + File.separator);
            return driver;
        }
    }
}
