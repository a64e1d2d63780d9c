package org.torg.portal.capability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Function;
import org.torg.api.portal.Capability;
import org.torg.api.portal.Capability.Place;
import org.torg.api.portal.CapabilityPages;
import org.torg.api.portal.CapabilityRoute;
import org.torg.api.portal.Icon;
import org.torg.api.vendor.Texts;

class CapabilitiesTest {

    private final Capabilities capabilities = new Capabilities();
    private final CapabilityPages visits = pages("visits");

    private record Some(Capability capability, List<CapabilityRoute> routes) implements CapabilityPages {}

    private static CapabilityPages pages(String name) {
        return new Some(
                new Capability(
                        name,
                        "title",
                        Texts.NONE,
                        List.of(new Capability.MenuEntry(
                                "title", Icon.CLOCK, Place.CUSTOMER, Function.ORDER_READ, "days"))),
                List.of(
                        CapabilityRoute.of(Place.CUSTOMER, "visits/{visit}", Function.ORDER_READ, visit -> none()),
                        CapabilityRoute.of(Place.CUSTOMER, "visits/new", Function.CART_EDIT, visit -> none()),
                        CapabilityRoute.of(Place.STAFF, "", Function.ORDER_READ, visit -> none())));
    }

    private static Outcome<org.torg.api.portal.PageModel> none() {
        return Outcome.refused(Refusal.notFound("page"));
    }

    @Test
    void aPageIsFoundByItsPlaceAndPath() {
        capabilities.addPages(visits);
        Capabilities.Page page = capabilities
                .find("visits", Place.CUSTOMER, List.of("visits", "17"))
                .orElseThrow();
        assertThat(page.open().orElseThrow().parts()).isEqualTo(Map.of("visit", "17"));
        assertThat(page.function()).isEqualTo(Function.ORDER_READ);
        assertThat(capabilities
                        .find("visits", Place.CUSTOMER, List.of("visits", "new"))
                        .orElseThrow()
                        .function())
                .isEqualTo(Function.CART_EDIT);
        assertThat(capabilities.find("visits", Place.STAFF, List.of())).isPresent();
        assertThat(capabilities.find("visits", Place.CUSTOMER, List.of())).isEmpty();
        assertThat(capabilities.find("others", Place.STAFF, List.of())).isEmpty();
    }

    @Test
    void aCapabilityThatHasGoneIsRememberedAndHoldsNothingOfItsBundle() {
        capabilities.addPages(visits);
        capabilities.removePages(visits);
        Capabilities.Page page = capabilities
                .find("visits", Place.CUSTOMER, List.of("visits", "17"))
                .orElseThrow();
        assertThat(page.open()).isEmpty();
        assertThat(capabilities.menu(Place.CUSTOMER, function -> true)).isEmpty();
    }

    @Test
    void ofTwoTheFirstAnswersUntilItGoes() {
        CapabilityPages second = pages("visits");
        capabilities.addPages(visits);
        capabilities.addPages(second);
        assertThat(answering()).isSameAs(visits);
        capabilities.removePages(visits);
        assertThat(answering()).isSameAs(second);
    }

    private CapabilityPages answering() {
        return capabilities
                .find("visits", Place.STAFF, List.of())
                .orElseThrow()
                .open()
                .orElseThrow()
                .present()
                .pages();
    }

    @Test
    void theMenuHasWhatSomebodyMayUse() {
        capabilities.addPages(visits);
        assertThat(capabilities.menu(Place.CUSTOMER, Function.ORDER_READ::equals))
                .extracting(Capabilities.Entry::path)
                .containsExactly("/services/visits/days");
        assertThat(capabilities.menu(Place.CUSTOMER, function -> false)).isEmpty();
        assertThat(capabilities.menu(Place.STAFF, function -> true)).isEmpty();
    }

    @Test
    void oneThatCannotEvenSayWhoItIsHarmsNobody() {
        capabilities.addPages(new CapabilityPages() {
            @Override
            public Capability capability() {
                throw new IllegalStateException("not today");
            }

            @Override
            public List<CapabilityRoute> routes() {
                return List.of();
            }
        });
        capabilities.addPages(visits);
        assertThat(answering()).isSameAs(visits);
    }
}
