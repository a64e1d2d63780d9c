package org.torg.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.torg.api.PageRequest;
import org.torg.api.account.Function;
import org.torg.api.account.LocationId;
import org.torg.api.account.People.Filter;
import org.torg.api.account.People.NewMember;
import org.torg.api.account.People.Profile;
import org.torg.api.account.People.Rights;
import org.torg.api.account.People.Team;
import org.torg.api.account.Role;
import org.torg.api.account.UserId;
import org.torg.api.vendor.VendorId;

/** People and passwords over HTTP; each reply of {@link Api} is held against the description. */
class PeopleRoutesTest {

    private static final String ACCOUNT = "/accounts/" + Samples.ACCOUNT.value();
    private static final String RIGHTS =
            "{\"role\":\"colleague\",\"functions\":[\"order-read\"],\"locations\":[\"oslo\"]}";

    private ApiServer server;
    private Api stranger;
    private Api owner;

    @BeforeEach
    void open() throws Exception {
        server = new ApiServer();
        stranger = Api.of(server);
        owner = stranger.as("buyer");
    }

    @AfterEach
    void close() {
        server.close();
    }

    private List<Object> asked() {
        return server.market().people().asked();
    }

    @Test
    void anOwnerInvitesAColleague() throws Exception {
        Api.Reply reply = owner.post(
                ACCOUNT + "/invitations",
                "{\"email\":\"Kari+lab@example.com\",\"name\":\" Kari \",\"phone\":\"99 00 00 00\",\"rights\":" + RIGHTS
                        + "}");

        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        assertThat(reply.header("Location")).endsWith(ACCOUNT + "/invitations/invitation-1");
        assertThat(reply.json().at("/rights/functions/0").asText()).isEqualTo("order-read");
        assertThat(asked())
                .containsExactly(
                        new Team.OfAccount(Samples.ACCOUNT),
                        new NewMember(
                                Optional.of("Kari+lab@example.com"),
                                "Kari",
                                Optional.of("99 00 00 00"),
                                "nb",
                                new Rights(
                                        Role.COLLEAGUE,
                                        Set.of(Function.ORDER_READ),
                                        Set.of(new LocationId("oslo")),
                                        false,
                                        false)));
    }

    @Test
    void administratorsInviteStaffOfAVendorOrOfTheTenant() throws Exception {
        Api staff = stranger.as("staff");
        String body = "{\"email\":\"ola@example.com\",\"name\":\"Ola\",\"rights\":{\"role\":\"staff-orders\"}}";

        assertThat(staff.post("/staff/invitations?vendor=lighting", body).status())
                .isEqualTo(201);
        assertThat(staff.post("/staff/invitations", body).status()).isEqualTo(201);

        assertThat(asked())
                .contains(new Team.Staff(Optional.of(new VendorId("lighting"))), new Team.Staff(Optional.empty()));
        assertThat(staff.get("/staff/invitations?vendor=lighting").status()).isEqualTo(200);
        assertThat(staff.get("/staff/people?vendor=lighting&active=true").status())
                .isEqualTo(200);
        assertThat(staff.get("/staff/people/kari").status()).isEqualTo(200);
        assertThat(staff.put("/staff/people/kari/rights", "{\"role\":\"staff-finance\"}")
                        .status())
                .isEqualTo(200);
        assertThat(staff.put("/staff/people/kari/access", "{\"active\":false}").status())
                .isEqualTo(200);
        assertThat(staff.post("/staff/invitations/i/mails", "").status()).isEqualTo(200);
        assertThat(staff.delete("/staff/invitations/i").status()).isEqualTo(200);
    }

    @Test
    void peopleAreListedPageByPageAndFiltered() throws Exception {
        Api.Reply reply = owner.get(ACCOUNT + "/people?location=oslo&text=ka&active=false&limit=2");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        JsonNode page = reply.json();
        assertThat(page.at("/items/0").has("email")).isFalse();
        assertThat(page.at("/items/1/rights/locations/0").asText()).isEqualTo("oslo");
        owner.get(ACCOUNT + "/people?after=" + page.get("next").asText());

        assertThat(asked())
                .contains(
                        new Filter(Optional.of(new LocationId("oslo")), Optional.of("ka"), Optional.of(false)),
                        PageRequest.first(2),
                        new Filter(Optional.empty(), Optional.empty(), Optional.empty()),
                        new PageRequest(Optional.of("kari"), PageRequest.DEFAULT));
        owner.get(ACCOUNT + "/people?active=yes").problem(400, "parameter-invalid");
        owner.get(ACCOUNT + "/people?after=kari").problem(400, "cursor-invalid");
    }

    @Test
    void rightsAndAccessAreChangedFromTheVersionThatWasSeen() throws Exception {
        Api.Reply seen = owner.get(ACCOUNT + "/people/kari");
        assertThat(seen.header("ETag")).isEqualTo("\"3\"");

        Api.Reply rights = owner.with("If-Match", "\"3\"").put(ACCOUNT + "/people/kari/rights", RIGHTS);
        Api.Reply access = owner.put(ACCOUNT + "/people/kari/access", "{\"active\":false}");

        assertThat(rights.status()).as(rights.body()).isEqualTo(200);
        assertThat(access.json().get("active").asBoolean()).isFalse();
        assertThat(asked()).contains(Optional.of(3L), false);
        owner.with("If-Match", "3").put(ACCOUNT + "/people/kari/rights", RIGHTS).problem(400, "if-match-invalid");
    }

    @Test
    void aClinicianIsAddedWithoutLogin() throws Exception {
        Api.Reply reply = owner.post(
                ACCOUNT + "/people", "{\"name\":\"Anne\",\"rights\":{\"role\":\"buyer\",\"everywhere\":true}}");
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        assertThat(reply.header("Location")).endsWith(ACCOUNT + "/people/anne");
        assertThat(reply.json().at("/rights/everywhere").asBoolean()).isTrue();
    }

    @Test
    void anInvitationIsSentAgainAndWithdrawn() throws Exception {
        assertThat(owner.post(ACCOUNT + "/invitations/i/mails", "").status()).isEqualTo(200);
        assertThat(owner.delete(ACCOUNT + "/invitations/i").status()).isEqualTo(200);
        assertThat(owner.get(ACCOUNT + "/invitations")
                        .json()
                        .at("/items/0/name")
                        .asText())
                .isEqualTo("Kari");
    }

    @Test
    void staffTransferOwnershipAndNameGuardians() throws Exception {
        Api staff = stranger.as("staff");
        Api.Reply owned = staff.put(ACCOUNT + "/owner", "{\"from\":\"eva\",\"to\":\"kari\"}");
        assertThat(owned.json().at("/rights/role").asText()).isEqualTo("owner");
        assertThat(asked()).containsExactly(new UserId("eva"), new UserId("kari"));

        Api.Reply guarded = staff.put("/people/eva/dependants/nora", "{\"until\":\"2030-05-17\",\"proof\":\"pass\"}");
        assertThat(guarded.json().get("until").asText()).isEqualTo("2030-05-17");
        assertThat(staff.delete("/people/eva/dependants/nora").status()).isEqualTo(200);
        staff.put("/people/eva/dependants/nora", "{\"until\":\"tomorrow\",\"proof\":\"pass\"}")
                .problem(422, "date-invalid");
    }

    @Test
    void publicRoutesSayNothing() throws Exception {
        Api.Reply accepted =
                stranger.post("/invitations/accept", "{\"secret\":\"good\",\"password\":\"  with blanks  \"}");
        assertThat(accepted.status()).isEqualTo(204);
        assertThat(accepted.body()).isEmpty();
        Api.Reply forgotten = stranger.post("/password-resets", "{\"email\":\"Kari+lab@example.com\"}");
        assertThat(forgotten.status()).isEqualTo(202);
        assertThat(forgotten.body()).isEmpty();
        assertThat(stranger.put("/password-resets", "{\"secret\":\"good\",\"password\":\"p\"}")
                        .status())
                .isEqualTo(204);
        assertThat(stranger.post("/email-confirmations", "{\"secret\":\"good\"}")
                        .status())
                .isEqualTo(204);
        assertThat(asked()).containsExactly("  with blanks  ", "Kari+lab@example.com", "127.0.0.1", "p");

        stranger.post("/invitations/accept", "{\"secret\":\"x\",\"password\":\"p\"}")
                .problem(422, "secret-invalid");
        stranger.put("/password-resets", "{\"secret\":\"x\",\"password\":\"p\"}")
                .problem(422, "secret-invalid");
        stranger.post("/email-confirmations", "{\"secret\":\"x\"}").problem(422, "secret-invalid");
    }

    @Test
    void onesOwnDetailsAndPassword() throws Exception {
        Api.Reply profile = owner.get("/people/me");
        assertThat(profile.header("ETag")).isEqualTo("\"5\"");
        assertThat(profile.json().get("language").asText()).isEqualTo("nb");
        Api.Reply edited =
                owner.with("If-Match", "\"5\"").put("/people/me", "{\"name\":\"Kari N.\",\"language\":\"sv\"}");
        assertThat(edited.status()).as(edited.body()).isEqualTo(200);
        assertThat(owner.put("/password", "{\"current\":\"old\",\"password\":\"new\",\"withdrawTokens\":true}")
                        .status())
                .isEqualTo(204);

        assertThat(asked())
                .containsExactly(
                        Optional.of(5L),
                        new Profile("", "Kari N.", Optional.empty(), Locale.forLanguageTag("sv"), 0),
                        "buyer",
                        "old",
                        "new",
                        "tokens too");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"K\"} | 422 | field-missing | /rights",
                "{\"name\":\"K\",\"rights\":{}} | 422 | field-missing | /rights/role",
                "{\"name\":\"K\",\"rights\":{\"role\":\"king\"}} | 422 | word-unknown | /rights/role",
                "{\"name\":\"K\",\"rights\":{\"role\":\"buyer\",\"functions\":[\"fly\"]}} | 422 | word-unknown | /rights/functions/0",
                "{\"name\":\"K\",\"rights\":{\"role\":\"buyer\",\"locations\":\"x\"}} | 400 | type-wrong | /rights/locations",
                "{\"name\":\"K\",\"rights\":{\"role\":\"buyer\"},\"owner\":true} | 400 | field-unknown | /owner",
            })
    void aFaultyPersonIsRefusedBeforeAnythingIsAsked(String body, int status, String code, String pointer)
            throws Exception {
        Api.Reply reply = owner.post(ACCOUNT + "/invitations", body);
        reply.problem(status, code);
        assertThat(reply.pointer()).isEqualTo(pointer);
        assertThat(asked()).isEmpty();
    }

    @Test
    void strangersAndOthersDoNotReachPeople() throws Exception {
        stranger.get(ACCOUNT + "/people").problem(401, "token-missing");
        stranger.get("/people/me").problem(401, "token-missing");
        stranger.put("/password", "{\"current\":\"a\",\"password\":\"b\"}").problem(401, "token-missing");
        owner.get("/accounts/other/people").problem(404, "account-not-found");
        owner.get("/accounts/a%20b/people").problem(404, "account-not-found");
        owner.get(ACCOUNT + "/people/nobody").problem(404, "person-not-found");
    }
}
