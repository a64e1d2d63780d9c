package org.torg.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javax.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardedAddressesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // What strangers write counts for nothing.
                "-                     | 198.51.100.7 | 192.0.2.66                   | 198.51.100.7",
                "10.0.0.1              | 198.51.100.7 | 192.0.2.66                   | 198.51.100.7",
                "10.0.0.1              | 10.0.0.1     | 192.0.2.66                   | 192.0.2.66",
                "10.0.0.1              | 10.0.0.1     | 203.0.113.9, 192.0.2.66      | 192.0.2.66",
                "10.0.0.0/8            | 10.7.7.7     | 192.0.2.66, 10.1.2.3         | 192.0.2.66",
                "10.0.0.0/9            | 10.200.0.1   | 192.0.2.66                   | 10.200.0.1",
                "10.0.0.1, 2001:db8::1 | 2001:db8::1  | 2001:db8:7::9                | 2001:db8:7::9",
                "10.0.0.1              | 10.0.0.1     | a-name.example               | 10.0.0.1",
                "10.0.0.1              | 10.0.0.1     | 192.0.2.66, unknown          | 10.0.0.1",
                "10.0.0.1              | 10.0.0.1     | -                            | 10.0.0.1"
            })
    void onlyNamedProxiesTellFromWhereARequestComes(String trusted, String connection, String header, String expected) {
        ForwardedAddresses addresses = new ForwardedAddresses(trusted == null ? "" : trusted);

        assertThat(addresses.of(request(connection, header == null ? List.of() : List.of(header))))
                .isEqualTo(expected);
    }

    @Test
    void severalHeadersAreOneList() {
        assertThat(new ForwardedAddresses("10.0.0.0/8")
                        .of(request("10.0.0.1", List.of("203.0.113.9, 192.0.2.66", "10.0.0.2"))))
                .isEqualTo("192.0.2.66");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0.0/x", "10.0.0"})
    void whatIsNoAddressIsNotTrustedBySurprise(String trusted) {
        assertThatThrownBy(() -> new ForwardedAddresses(trusted)).isInstanceOf(IllegalArgumentException.class);
    }

    private static HttpServletRequest request(String connection, List<String> forwarded) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                ForwardedAddressesTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, arguments) -> {
                    return switch (method.getName()) {
                        case "getRemoteAddr" -> connection;
                        case "getHeaders" ->
                            Collections.enumeration(Stream.of("X-Forwarded-For")
                                    .filter(name -> name.equals(arguments[0]))
                                    .flatMap(name -> forwarded.stream())
                                    .toList());
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
    }
}
