package org.torg.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.torg.api.account.Passwords;

/** How long a password may be is said once, and holds wherever one is set or tried (H04). */
@Tag("H04")
class PasswordBoundsTest {

    private ApiServer server;
    private Api buyer;

    @BeforeEach
    void open() throws Exception {
        server = new ApiServer();
        buyer = Api.of(server).as("buyer");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void everyPasswordOfTheDescriptionHasTheSameBounds() throws Exception {
        JsonNode document =
                new ObjectMapper().readTree(buyer.get("/openapi.json").body());
        List<String> found = new ArrayList<>();
        document.at("/components/schemas").properties().forEach(schema -> schema.getValue()
                .path("properties")
                .properties()
                .forEach(property -> {
                    if (property.getValue().path("format").asText().equals("password")) {
                        String name = schema.getKey() + "." + property.getKey();
                        found.add(name);
                        assertThat(property.getValue().path("maxLength").asInt())
                                .as(name)
                                .isEqualTo(Passwords.LONGEST);
                        assertThat(property.getValue().path("minLength").asInt())
                                .as(name)
                                .isEqualTo(1);
                    }
                }));

        assertThat(found)
                .contains(
                        "Credentials.password",
                        "SecretPassword.password",
                        "ChangedPassword.current",
                        "ChangedPassword.password",
                        "FirstAdministrator.password",
                        "Confirmation.password");
        assertThat(Passwords.LONGEST).isGreaterThanOrEqualTo(64);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /sessions | {'email':'buyer@example.com','password':'P'} | /password",
                "POST | /invitations/accept | {'secret':'good','password':'P'} | /password",
                "PUT | /password-resets | {'secret':'good','password':'P'} | /password",
                "PUT | /password | {'current':'old','password':'P'} | /password",
                "PUT | /password | {'current':'P','password':'new'} | /current",
                "POST | /registrations/confirm | {'secret':'secret','password':'P'} | /password",
                "POST | /first-administrator | {'secret':'good','email':'e@x.example','name':'E','password':'P'} | /password"
            })
    void oneCharacterMoreIsRefusedAndTheLongestIsTaken(String method, String path, String body, String pointer)
            throws Exception {
        // Two of Java's characters each: counted are those that people see.
        Api.Reply taken = send(method, path, body, "🦷".repeat(Passwords.LONGEST));
        Api.Reply refused = send(method, path, body, "🦷".repeat(Passwords.LONGEST + 1));

        assertThat(taken.status()).as(taken.body()).isNotEqualTo(422);
        refused.problem(422, "text-too-long");
        assertThat(refused.pointer()).isEqualTo(pointer);
    }

    private Api.Reply send(String method, String path, String body, String password) throws Exception {
        String json = body.replace('\'', '"').replace("\"P\"", "\"" + password + "\"");
        return method.equals("PUT") ? buyer.put(path, json) : buyer.post(path, json);
    }
}
