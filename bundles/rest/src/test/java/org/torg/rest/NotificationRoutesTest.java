package org.torg.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.torg.api.PageRequest;
import org.torg.api.notification.Notifications.State;

/** Mails over HTTP; each reply of {@link Api} is held against the description. */
class NotificationRoutesTest {

    private ApiServer server;
    private Api stranger;
    private Api staff;

    @BeforeEach
    void open() throws Exception {
        server = new ApiServer();
        stranger = Api.of(server);
        staff = stranger.as("staff");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void mailsAreReadPageByPageAndByState() throws Exception {
        JsonNode first = staff.get("/notifications?state=dead&limit=1").json();
        JsonNode last =
                staff.get("/notifications?after=" + first.get("next").asText()).json();

        assertThat(first.at("/items/0/state").asText()).isEqualTo("dead");
        assertThat(first.at("/items/0/to").asText()).isEqualTo("i…@fjellheim.example");
        assertThat(first.at("/items/0/error").asText()).isEqualTo("recipient refused: 550 5.1.1");
        assertThat(first.at("/items/0").has("dueAt")).isFalse();
        assertThat(last.at("/items/0").has("sentAt")).isTrue();
        assertThat(last.has("next")).isFalse();
        assertThat(server.market().notifications().asked())
                .containsExactly(
                        State.DEAD, PageRequest.first(1), new PageRequest(Optional.of("mail-2"), PageRequest.DEFAULT));
    }

    @Test
    void aDeadOneIsTriedAgainOrDropped() throws Exception {
        Api.Reply again = staff.post("/notifications/mail-2/again", "");
        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(again.json().get("state").asText()).isEqualTo("waiting");
        assertThat(staff.post("/notifications/mail-2/drop", "")
                        .json()
                        .get("state")
                        .asText())
                .isEqualTo("dropped");
    }

    @Test
    void whatCannotBeDoneIsNamed() throws Exception {
        staff.post("/notifications/mail-1/again", "").problem(409, "mail-not-dead");
        staff.post("/notifications/mail-1/drop", "").problem(409, "mail-not-dead");
        staff.post("/notifications/mail-9/drop", "").problem(404, "mail-not-found");
        staff.get("/notifications?state=lost").problem(400, "parameter-invalid");
        stranger.get("/notifications").problem(401, "token-missing");
        stranger.as("buyer").get("/notifications").problem(403, "right-missing");
        stranger.as("modules").post("/notifications/mail-2/again", "").problem(403, "right-missing");
    }
}
