package io.portolan.portal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import org.openqa.selenium.HasCapabilities;
import org.openqa.selenium.WebDriver;

/** The browsers of tests that run beside others, which no other test may end. */
public final class BrowsersBeside implements SeleniumDrivers {

    private static final Set<String> FOLDERS = ConcurrentHashMap.newKeySet();
    /** Nobody looks which browsers there are while one is being opened, and not known yet. */
    private static final ReadWriteLock OPENING = new ReentrantReadWriteLock();

    private final SeleniumDrivers drivers;

    BrowsersBeside(SeleniumDrivers drivers) {
        this.drivers = drivers;
    }

    @Override
    public boolean isAvailable() {
        return drivers.isAvailable();
    }

    @Override
    public boolean isChromium() {
        return drivers.isChromium();
    }

    @Override
    public WebDriver open() {
        OPENING.readLock().lock();
        try {
            var driver = drivers.open();
            if (((HasCapabilities) driver).getCapabilities().getCapability("chrome") instanceof Map<?, ?> chrome) {
                FOLDERS.add(chrome.get("userDataDir").toString().replaceFirst("/profile$", "/"));
            }
            return driver;
        } finally {
            OPENING.readLock().unlock();
        }
    }

    /** Ends all other browsers and drivers that this JVM has started, as a crash would, and none of the JVMs below it; gives what it has ended. */
    public static List<ProcessHandle> killOthers() {
        OPENING.writeLock().lock();
        try {
            var others = ProcessHandle.current().children().filter(child -> !child.info().command().orElse("").endsWith("java"))
                    .filter(child -> FOLDERS.stream().noneMatch(child.info().commandLine().orElse("")::contains))
                    .flatMap(child -> Stream.concat(child.descendants(), Stream.of(child)))
                    .filter(process -> process.info().command().orElse("").contains("chrom")).toList();
            others.forEach(ProcessHandle::destroyForcibly);
            return others;
        } finally {
            OPENING.writeLock().unlock();
        }
    }
}
