package org.torg.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.torg.contract.ContractViolation.Kind.CONTRACT_FAILED;
import static org.torg.contract.ContractViolation.Kind.TEXT_MISSING;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.torg.api.LocalizedText;
import org.torg.api.vendor.Information;
import org.torg.api.vendor.Information.ContactPoint;
import org.torg.api.vendor.Information.Faq;
import org.torg.api.vendor.Information.Guide;
import org.torg.api.vendor.Information.Help;
import org.torg.api.vendor.Information.Leaflet;
import org.torg.api.vendor.Information.Leaflet.Section;
import org.torg.api.vendor.Information.Task;
import org.torg.contract.ContractViolation;
import org.torg.contract.ContractViolation.Kind;

/** What a vendor tells must be readable, and lead nowhere odd. The languages of the shop are nb and en. */
class InformationRulesTest {

    private static final LocalizedText BOTH = new LocalizedText(Map.of("nb", "Hei", "en", "Hello"));
    private static final LocalizedText ENGLISH = LocalizedText.of("en", "Hello");

    private static Help help(Task task, LocalizedText answer, String link) {
        return new Help(
                task,
                List.of(new Guide(Guide.Form.VIDEO, BOTH, Map.of("en", URI.create(link)))),
                List.of(new Faq(BOTH, answer)));
    }

    private static Information information(List<Help> help, Leaflet shipping, ContactPoint... contacts) {
        return new Information(help, shipping, Leaflet.NONE, List.of(contacts));
    }

    private static ContactPoint contact(String market, String phone) {
        return new ContactPoint(
                ContactPoint.Role.SALES_COMPANY,
                Optional.of(market),
                "Shop",
                Optional.empty(),
                phone,
                "a@b.example",
                Optional.of(BOTH));
    }

    private static Shop telling(Information information) {
        Shop shop = Shop.good();
        shop.information = information;
        return shop;
    }

    private static void refused(Information information, Kind kind, String reason) {
        assertThatThrownBy(() -> telling(information).compose()).isInstanceOfSatisfying(ContractViolation.class, e -> {
            assertThat(e.kind()).isEqualTo(kind);
            assertThat(e.reason()).contains(reason);
        });
    }

    @Test
    void whatCanBeReadIsTold() {
        Information good = information(
                List.of(help(Task.ORDER, BOTH, "https://shop.example/film")),
                new Leaflet(List.of(new Section(BOTH, BOTH)), List.of("shop.percent")),
                contact("NO", "+4721000000"));

        assertThat(telling(good).compose().information()).isEqualTo(good);
    }

    @Test
    void aTextThatALanguageOfTheVendorLacksIsRefused() {
        refused(
                information(List.of(help(Task.ORDER, ENGLISH, "https://shop.example")), Leaflet.NONE),
                TEXT_MISSING,
                "no text in nb");
        refused(
                information(List.of(), new Leaflet(List.of(new Section(ENGLISH, BOTH)), List.of())),
                TEXT_MISSING,
                "no text in nb");
    }

    @Test
    void aLinkThatIsNoHttpsIsRefused() {
        for (String link : List.of("http://shop.example", "javascript:alert(1)", "/film")) {
            refused(
                    information(List.of(help(Task.ORDER, BOTH, link)), Leaflet.NONE),
                    CONTRACT_FAILED,
                    "something else than https");
        }
    }

    @Test
    void helpForOneTaskStandsInOnePlace() {
        Help help = help(Task.ORDER, BOTH, "https://shop.example");

        refused(information(List.of(help, help), Leaflet.NONE), CONTRACT_FAILED, "helps twice with ORDER");
    }

    @Test
    void aFigureIsAParameter() {
        refused(
                information(List.of(), new Leaflet(List.of(), List.of("shop.nothing"))),
                CONTRACT_FAILED,
                "a parameter that there is not: shop.nothing");
    }

    @Test
    void aContactIsForAMarketAndCanBeReached() {
        refused(
                information(List.of(), Leaflet.NONE, contact("DK", "+4500000000")),
                CONTRACT_FAILED,
                "a market that it does not serve");
        refused(information(List.of(), Leaflet.NONE, contact("NO", " ")), CONTRACT_FAILED, "without name, phone");
    }
}
