package org.torg.rest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no proper client sends, byte by byte. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenHttpTest {

    private ApiServer server;

    @BeforeAll
    void open() throws Exception {
        server = new ApiServer();
    }

    @AfterAll
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?text=%zz", "?text=%", "?text=%4", "?%", "/a|b", "/a\"b"})
    void anAddressThatIsNoneIsRefused(String rest) throws Exception {
        assertThat(ask("GET /api/v1/products" + rest + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("url-malformed");
    }

    @Test
    void aHostThatIsNoneIsRefused() throws Exception {
        assertThat(ask("GET /api/v1/products HTTP/1.1\r\nHost: a b<>\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("url-malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json/", "json", "application/json; charset=xyz", "a/b; charset=?"})
    void aContentTypeThatIsNoneIsRefused(String type) throws Exception {
        assertThat(ask("POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 2\r\n"
                        + "Content-Type: " + type + "\r\n\r\n{}"))
                .startsWith("HTTP/1.1 415")
                .contains("unsupported-media-type");
    }

    @Test
    void aBodyThatIsNotFramedIsRefused() throws Exception {
        assertThat(ask("POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                        + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\nZZ\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("body-broken");
    }

    @Test
    void slowSendersDoNotKeepOthersFromBeingAnswered() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                slow.add(send("POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 100\r\n\r\n{"));
            }
            assertThat(Api.of(server).get("/products").status()).isEqualTo(200);
            assertThat(read(slow.get(299))).startsWith("HTTP/1.1 503").contains("\"busy\"");
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private String ask(String request) throws IOException {
        try (Socket socket = send(request)) {
            return read(socket);
        }
    }

    private Socket send(String request) throws IOException {
        Socket socket = new Socket("127.0.0.1", server.address().getPort());
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        return socket;
    }

    private static String read(Socket socket) throws IOException {
        byte[] bytes = new byte[8192];
        StringBuilder reply = new StringBuilder();
        for (int got = socket.getInputStream().read(bytes);
                got >= 0;
                got = reply.indexOf("}") < 0 ? socket.getInputStream().read(bytes) : -1) {
            reply.append(new String(bytes, 0, got, ISO_8859_1));
        }
        return reply.toString();
    }
}
