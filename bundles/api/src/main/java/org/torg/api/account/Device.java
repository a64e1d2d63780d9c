package org.torg.api.account;

import java.util.Arrays;
import java.util.Optional;

/**
 * By what kind of program somebody has signed in, so that people know their own sessions again: families alone, never a version, a name
 * or an address, as none of these is needed for that.
 */
public record Device(Browser browser, Platform platform) {

    /** {@code OTHER} stands for programs that are no browser, too. */
    public enum Browser {
        CHROME,
        EDGE,
        FIREFOX,
        SAFARI,
        OTHER
    }

    public enum Platform {
        ANDROID,
        IOS,
        LINUX,
        MACOS,
        WINDOWS,
        OTHER
    }

    /** As it is stored: at most 40 characters. */
    public String code() {
        return browser.name() + "/" + platform.name();
    }

    /** What {@link #code} wrote; empty for anything else. */
    public static Optional<Device> ofCode(String code) {
        return Arrays.stream(Browser.values())
                .flatMap(browser -> Arrays.stream(Platform.values()).map(platform -> new Device(browser, platform)))
                .filter(device -> device.code().equals(code))
                .findFirst();
    }
}
