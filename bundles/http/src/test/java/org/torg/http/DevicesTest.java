package org.torg.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.torg.api.account.Device;
import org.torg.api.account.Device.Browser;
import org.torg.api.account.Device.Platform;

class DevicesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0|FIREFOX/LINUX",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36|CHROME/WINDOWS",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Safari/537.36 Edg/141.0|EDGE/WINDOWS",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15|SAFARI/MACOS",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1|SAFARI/IOS",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/141.0 Mobile/15E148 Safari/604.1|CHROME/IOS",
                "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Mobile Safari/537.36|CHROME/ANDROID",
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/141.0 Safari/537.36|CHROME/LINUX",
                "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36|OTHER/ANDROID",
                "curl/8.14.1|OTHER/OTHER"
            })
    void familiesAreRead(String agent, String code) {
        assertThat(Devices.of(Optional.of(agent)).map(Device::code)).contains(code);
    }

    @Test
    void whoSaysNothingIsNotGuessedAt() {
        assertThat(Devices.of(Optional.empty())).isEmpty();
        assertThat(Devices.of(Optional.of(" "))).isEmpty();
    }

    @Test
    void whatIsStoredIsReadAgainAndIsShort() {
        for (Browser browser : Browser.values()) {
            for (Platform platform : Platform.values()) {
                Device device = new Device(browser, platform);
                assertThat(Device.ofCode(device.code())).contains(device);
                assertThat(device.code()).hasSizeLessThanOrEqualTo(40);
            }
        }
        assertThat(Arrays.asList(Device.ofCode("NETSCAPE/AMIGA"), Device.ofCode("")))
                .allMatch(Optional::isEmpty);
    }
}
