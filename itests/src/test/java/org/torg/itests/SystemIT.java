package org.torg.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.torg.itests.Client.Reply;

@Torg
class SystemIT {
    private static final int MIB = 1024 * 1024;
    private final Client client;

    SystemIT(Client client) {
        this.client = client;
    }

    @Test
    void isLive() {
        Reply reply = client.get("/system/live");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().get("status").asText()).isEqualTo("live");
    }

    @Test
    void isReadyOnceItsPartsAreThere() {
        Reply reply = client.get("/system/ready");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().get("status").asText()).isEqualTo("ready");
    }

    @Test
    void tellsAnUnknownRouteAsProblem() {
        for (String path : new String[] {"/api/v1/nothing", "/api/v2"}) {
            assertProblem(client.get(path), 404, "route-unknown");
        }
    }

    /** Outside of the API it is people who ask. */
    @Test
    void tellsAnUnknownAddressOnAPage() {
        Reply reply = client.get("/nothing");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.header("Content-Type")).startsWith("text/html");
        assertThat(reply.body()).contains("page-not-found");
    }

    @Test
    void tellsAWrongMethodAsProblem() {
        assertProblem(client.post("/api/v1/", "{}"), 405, "method-not-allowed");
        assertProblem(client.post("/system/live", "{}"), 405, "method-not-allowed");
    }

    @Test
    void refusesALargeBodyByItsLength() {
        Reply reply = client.send("POST", "/api/v1/anything", zeros(100).withLength());
        assertProblem(reply, 413, "body-too-large");
    }

    @Test
    void keepsTheRequestIdOfTheClientWhenItIsWellFormed() {
        assertThat(client.with("X-Request-Id", "order-4711").get("/system/live").header("X-Request-Id"))
                .isEqualTo("order-4711");
        assertThat(client.with("X-Request-Id", "short").get("/system/live").header("X-Request-Id"))
                .matches("[0-9a-f]{32}");
        assertThat(client.with("X-Request-Id", "{jndi:x}-12")
                        .get("/system/live")
                        .header("X-Request-Id"))
                .matches("[0-9a-f]{32}");
    }

    @Test
    void tellsTheRequestIdInTheProblem() {
        Reply reply = client.with("X-Request-Id", "order-4711").get("/api/v1/nothing");
        assertThat(reply.json().get("requestId").asText()).isEqualTo("order-4711");
    }

    @Test
    void letsNoReplyBeGuessedOrKept() {
        Reply reply = client.get("/api/v1/");
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.header("Server")).isEmpty();
    }

    private static void assertProblem(Reply reply, int status, String code) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.json().get("code").asText()).isEqualTo(code);
        assertThat(reply.json().get("status").asInt()).isEqualTo(status);
        assertThat(reply.json().get("requestId").asText()).isEqualTo(reply.header("X-Request-Id"));
    }

    private record Zeros(int mebibytes) {
        BodyPublisher chunked() {
            return BodyPublishers.ofByteArrays(Collections.nCopies(mebibytes, new byte[MIB]));
        }

        BodyPublisher withLength() {
            return BodyPublishers.fromPublisher(chunked(), (long) mebibytes * MIB);
        }
    }

    private static Zeros zeros(int mebibytes) {
        return new Zeros(mebibytes);
    }
}
