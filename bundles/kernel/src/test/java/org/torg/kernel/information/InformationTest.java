package org.torg.kernel.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.torg.kernel.fixture.Callers.STAFF;
import static org.torg.kernel.fixture.Kernel.LIGHTING;
import static org.torg.kernel.fixture.Outcomes.code;
import static org.torg.kernel.fixture.Shop.NOK;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Tag;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.Scope;
import org.torg.api.order.PaymentMethod;
import org.torg.api.vendor.Information.ContactPoint;
import org.torg.api.vendor.Information.Leaflet.Section;
import org.torg.api.vendor.Information.Task;
import org.torg.api.vendor.Information.Topic;
import org.torg.api.vendor.InformationPages.Delivery;
import org.torg.api.vendor.InformationPages.Figure;
import org.torg.api.vendor.InformationPages.Page;
import org.torg.api.vendor.ParameterChange;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.OnEveryDatabase;
import org.torg.kernel.fixture.Shop;

/** A vendor's pages say what is true today, and no stranger learns a price from them. */
class InformationTest {

    private static Page page(Shop shop, Caller caller, Topic topic) {
        return shop.kernel().information.page(caller, LIGHTING, topic).orElseThrow();
    }

    private static Money nok(String amount) {
        return Money.of(NOK, new BigDecimal(amount));
    }

    private static void set(Shop shop, String key, String value) {
        shop.kernel()
                .vendors
                .change(STAFF, Optional.empty(), LIGHTING, new ParameterChange(key, value, LocalDate.of(2026, 3, 2)))
                .orElseThrow();
    }

    private static Optional<Money> freight(Page page, Delivery.Goods goods, String code) {
        return page.deliveries().stream()
                .filter(delivery -> delivery.goods() == goods && delivery.code().equals(code))
                .findFirst()
                .orElseThrow()
                .amounts()
                .map(Delivery.Amounts::freight);
    }

    @OnEveryDatabase
    @Tag("L42")
    void theShippingPageShowsWhatFreightCostsToday(Database database) {
        Shop shop = Shop.open(database);
        Page before = page(shop, Callers.buyer(), Topic.SHIPPING);

        assertThat(before.sections()).isNotEmpty();
        assertThat(before.deliveries())
                .extracting(Delivery::goods, Delivery::code, Delivery::phoneRequired)
                .containsExactly(
                        tuple(Delivery.Goods.PARCEL, "parcel", false),
                        tuple(Delivery.Goods.PARCEL, "express", false),
                        tuple(Delivery.Goods.BULKY, "forwarder", true));
        assertThat(freight(before, Delivery.Goods.PARCEL, "parcel")).contains(nok("149.00"));
        assertThat(freight(before, Delivery.Goods.BULKY, "forwarder")).contains(nok("890.00"));
        assertThat(before.deliveries().get(0).amounts().orElseThrow().freeFrom())
                .contains(nok("2500.00"));
        assertThat(before.deliveries().get(1).amounts().orElseThrow().freeFrom())
                .isEmpty();

        set(shop, "freight.parcel.amount", "99.00");
        set(shop, "freight.free-from", "3000.00");
        Page after = page(shop, Callers.buyer(), Topic.SHIPPING);

        assertThat(freight(after, Delivery.Goods.PARCEL, "parcel")).contains(nok("99.00"));
        assertThat(after.figures())
                .extracting(Figure::key, Figure::value)
                .contains(tuple("freight.free-from", "3000.00"), tuple("surcharge.bulky.amount", "390.00"));
    }

    @OnEveryDatabase
    @Tag("L12")
    void noAmountIsForWhoSeesNoPrices(Database database) {
        Shop shop = Shop.open(database);
        Caller blind = Callers.with(
                new AccountId("account"), new Grant(Function.CATALOG_READ, Scope.of(new AccountId("account"))));

        for (Caller caller : List.of(Callers.stranger(), blind)) {
            Page page = page(shop, caller, Topic.SHIPPING);

            assertThat(page.sections()).isNotEmpty();
            assertThat(page.deliveries()).isNotEmpty().allMatch(delivery -> delivery.amounts()
                    .isEmpty());
            assertThat(page.figures()).isEmpty();
        }
    }

    @OnEveryDatabase
    @Tag("L53")
    void thePaymentPageNamesEachWayToPay(Database database) {
        Shop shop = Shop.open(database);

        Page page = page(shop, Callers.buyer(), Topic.PAYMENT);

        assertThat(page.sections()).hasSizeGreaterThan(1);
        assertThat(page.payments()).extracting(payment -> payment.method()).containsExactly(PaymentMethod.values());
        assertThat(page.payments()).allSatisfy(payment -> {
            assertThat(payment.dueDays()).isPositive();
            assertThat(payment.payee()).isEqualTo("Lysverk AS");
        });
    }

    @OnEveryDatabase
    @Tag("D12")
    void helpIsSortedByTaskAndInTheLanguagesOfTheNorth(Database database) {
        Shop shop = Shop.open(database);

        Page page = page(shop, Callers.stranger(), Topic.HELP);

        assertThat(page.help()).extracting(help -> help.task()).contains(Task.ORDER, Task.TRACK, Task.RETURN);
        assertThat(page.help()).allSatisfy(help -> help.questions()
                .forEach(faq -> assertThat(faq.answer().byLanguage()).containsOnlyKeys("nb", "sv", "da", "fi", "en")));
        assertThat(page.help().get(0).guides().get(0).links().get("nb")).hasScheme("https");
    }

    @OnEveryDatabase
    @Tag("L41")
    void whoHasSpecialWishesIsSentToTheConsultant(Database database) {
        Shop shop = Shop.open(database);

        Page page = page(shop, Callers.stranger(), Topic.HELP);

        assertThat(page.help())
                .filteredOn(help -> help.task() == Task.DELIVERY)
                .flatExtracting(help -> help.questions())
                .extracting(faq -> faq.answer().in(Locale.forLanguageTag("nb")))
                .anyMatch(answer -> answer.contains("lyskonsulenten"));
        assertThat(page(shop, Callers.stranger(), Topic.CONTACT).contacts())
                .extracting(ContactPoint::market)
                .containsExactly(Optional.of("NO"));
    }

    @OnEveryDatabase
    void aPageHoldsNothingOfAnother(Database database) {
        Shop shop = Shop.open(database);

        Page contact = page(shop, Callers.buyer(), Topic.CONTACT);

        assertThat(contact.sections()).extracting(Section::title).isEmpty();
        assertThat(contact.help()).isEmpty();
        assertThat(contact.deliveries()).isEmpty();
        assertThat(contact.payments()).isEmpty();
        assertThat(code(shop.kernel().information.page(Callers.buyer(), new VendorId("nobody"), Topic.HELP)))
                .isEqualTo("vendor-not-found");
    }
}
