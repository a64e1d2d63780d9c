package org.torg.http;

import java.util.Optional;
import org.torg.api.account.Device;
import org.torg.api.account.Device.Browser;
import org.torg.api.account.Device.Platform;

/** Reads from {@code User-Agent} (RFC 9110, 10.1.5) as much as is kept of it. Browsers name others' names, too: the rarer one counts. */
public final class Devices {

    private Devices() {}

    /** @param agent as it was sent; empty, where nothing was */
    public static Optional<Device> of(Optional<String> agent) {
        return agent.filter(text -> !text.isBlank()).map(text -> new Device(browser(text), platform(text)));
    }

    private static Browser browser(String agent) {
        if (agent.contains("Edg/") || agent.contains("EdgA/") || agent.contains("EdgiOS/")) {
            return Browser.EDGE;
        }
        if (agent.contains("Firefox/") || agent.contains("FxiOS/")) {
            return Browser.FIREFOX;
        }
        if (agent.contains("OPR/") || agent.contains("SamsungBrowser/")) {
            return Browser.OTHER;
        }
        if (agent.contains("Chrome/") || agent.contains("CriOS/")) {
            return Browser.CHROME;
        }
        return agent.contains("Safari/") && agent.contains("Version/") ? Browser.SAFARI : Browser.OTHER;
    }

    private static Platform platform(String agent) {
        if (agent.contains("Android")) {
            return Platform.ANDROID;
        }
        if (agent.contains("iPhone") || agent.contains("iPad")) {
            return Platform.IOS;
        }
        if (agent.contains("Windows")) {
            return Platform.WINDOWS;
        }
        if (agent.contains("Macintosh")) {
            return Platform.MACOS;
        }
        return agent.contains("Linux") || agent.contains("CrOS") ? Platform.LINUX : Platform.OTHER;
    }
}
