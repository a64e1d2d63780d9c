package org.torg.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.itests.Market.API;
import static org.torg.itests.RightsWalk.DOOR;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.torg.api.account.Role;
import org.torg.itests.RightsWalk.Door;
import org.torg.itests.Routes.Route;

/**
 * Every route of the description, asked by everybody: nobody does what they have no right to, and a foreign thing answers
 * exactly as one that does not exist.
 */
@Torg
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsWalkIT {

    private static final String UNKNOWN = "00000000-0000-7000-8000-000000000000";

    private final Market market;
    private RightsWalk walk;
    private Map<String, String> theirs;
    private Map<String, String> own;
    private Client owner;
    private Client foreigner;

    RightsWalkIT(Server server) {
        market = new Market(server);
    }

    @BeforeAll
    void belongings() {
        Belongings.goods(market);
        owner = market.as("owner");
        foreigner = market.as("owner", 3);
        theirs = complete(Belongings.of(market, owner));
        own = complete(Belongings.of(market, foreigner));
        walk = new RightsWalk(Routes.of(market.stranger()));
    }

    /** What belongs to no account: an id that fits the form is enough. */
    private static Map<String, String> complete(Map<String, String> things) {
        Map<String, String> all = new HashMap<>(things);
        for (String kind : List.of("imports", "media", "notifications", "approvals", "recipients")) {
            all.putIfAbsent(kind, UNKNOWN);
        }
        return all;
    }

    @Test
    @Tag("L12")
    void strangersComeWhereEverybodyMayAndNowhereElse() {
        assertThat(walk.asStranger(DOOR, market.stranger(), theirs)).isEmpty();
    }

    @Test
    @Tag("H10")
    @Tag("H11")
    @Tag("T07")
    void nobodyDoesWhatTheirRoleHasNotAndEverybodySeesWhatItHas() {
        List<String> findings = new ArrayList<>();
        people().forEach((role, client) -> findings.addAll(walk.as(DOOR, role, role.functions(), client, theirs)));
        assertThat(findings).isEmpty();
    }

    private Map<Role, Client> people() {
        Map<Role, Client> people = new HashMap<>();
        people.put(Role.OWNER, owner);
        people.put(Role.BUYER, market.as("buyer"));
        for (Role role : Role.values()) {
            if (role.side() == Role.Side.STAFF && market.has(role.code())) {
                people.put(role, market.as(role.code()));
            }
        }
        assertThat(people).hasSizeGreaterThan(6);
        return people;
    }

    @Test
    @Tag("T28")
    @Tag("H53")
    void aForeignThingAnswersExactlyAsOneThatIsNotThere() {
        assertThat(walk.foreign(DOOR, foreigner, Belongings.OWNED, theirs, own)).isEmpty();
    }

    @Test
    void theWalkFindsAHoleThatIsPlanted() {
        // These routes forget who asks, and take everybody for the owner.
        Door orders = planted("GET /orders/{id}", owner);
        assertThat(walk.foreign(orders, foreigner, Belongings.OWNED, theirs, own))
                .isNotEmpty()
                .allMatch(finding -> finding.startsWith("GET /orders/{id} of foreign orders"));
        Door invoices = planted("GET /invoices", owner);
        assertThat(walk.as(invoices, Role.BUYER, Role.BUYER.functions(), market.as("buyer"), theirs))
                .hasSize(1)
                .allMatch(finding -> finding.startsWith("buyer gets 200 from GET /invoices without [invoice-read]"));
        Door accounts = planted("GET /accounts/current", owner);
        assertThat(walk.asStranger(accounts, market.stranger(), theirs))
                .containsExactly("a stranger gets 200 from GET /accounts/current");
    }

    private static Door planted(String where, Client owner) {
        return (Route route, Client client, String path) ->
                route.toString().equals(where) ? route.ask(owner, path) : route.ask(client, path);
    }

    @Test
    void idsInQueriesAndKeysOfOthersTellNothing() {
        String order = theirs.get("orders");
        assertThat(foreigner.get(API + "/invoices?order=" + order).body())
                .isEqualTo(foreigner.get(API + "/invoices?order=" + UNKNOWN).body());
        String body = "{\"lines\":[{\"sku\":\"IT-WALK\",\"quantity\":1}],\"acceptPrices\":\"current\"}";
        String key = "walk-" + System.nanoTime();
        String first = owner.with("Idempotency-Key", key)
                .post(API + "/orders", body)
                .json()
                .get("id")
                .asText();
        String second = foreigner
                .with("Idempotency-Key", key)
                .post(API + "/orders", body)
                .json()
                .get("id")
                .asText();
        assertThat(second).isNotEqualTo(first);
    }
}
