package org.torg.persistence.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.torg.persistence.Samples.LIGHTING;
import static org.torg.persistence.Samples.NOK;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.torg.api.account.AccountId;
import org.torg.api.catalog.Sku;
import org.torg.api.store.PriceStore;
import org.torg.api.store.PriceStore.PriceRow;
import org.torg.api.store.PriceStore.TaxRateRow;
import org.torg.api.vendor.VendorId;
import org.torg.persistence.Database;
import org.torg.persistence.StoreContract;

class PriceStoreTest {

    @Nested
    class OnDerby extends Contract {
        OnDerby() {
            super(Database.DERBY);
        }
    }

    @Nested
    class OnPostgresql extends Contract {
        OnPostgresql() {
            super(Database.POSTGRESQL);
        }
    }

    abstract static class Contract extends StoreContract {
        private static final Sku LAMP = new Sku("LAMP");
        private static final LocalDate TODAY = LocalDate.of(2026, 3, 29);

        private final PriceStore prices = stores.prices();
        private final AccountId account = new AccountId("a-1");

        Contract(Database database) {
            super(database);
        }

        private static PriceRow price(String amount) {
            return price(amount, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        private static PriceRow price(
                String amount,
                Optional<AccountId> account,
                Optional<String> group,
                Optional<LocalDate> from,
                Optional<LocalDate> to) {
            return new PriceRow(
                    LAMP,
                    PriceStore.STANDARD_LIST,
                    account,
                    group,
                    1,
                    BigMoney.of(NOK, new BigDecimal(amount)),
                    from,
                    to);
        }

        private void activate(String batch, PriceRow... rows) {
            transactions.change(tx -> prices.stage(tx, LIGHTING, batch, List.of(rows)));
            expectStatements(1, tx -> prices.activate(tx, LIGHTING, batch, NOW));
        }

        private List<PriceRow> found(Set<String> groups) {
            return all(tx -> prices.prices(tx, LIGHTING, List.of(LAMP, new Sku("OTHER")), account, groups, TODAY));
        }

        @Test
        void aPriceIsReadAsItWasWritten() {
            PriceRow row = new PriceRow(
                    LAMP,
                    "project",
                    Optional.of(account),
                    Optional.of("hotels"),
                    12,
                    BigMoney.of(NOK, new BigDecimal("129.4375")),
                    Optional.of(TODAY),
                    Optional.of(TODAY));
            activate("b-1", row);

            assertThat(found(Set.of("hotels"))).containsExactly(row);
        }

        @Test
        void equalAmountsAreEqualValuesWhateverTheirZeros() {
            activate("b-1", price("129"));

            assertThat(found(Set.of())).containsExactly(price("129.00"));
        }

        @Test
        void aPriceThatTheColumnCannotHoldIsRefusedAndNotRounded() {
            assertThatThrownBy(() -> activate("b-1", price("1.00001"))).isInstanceOf(ArithmeticException.class);
        }

        @Test
        void nobodySeesABatchBeforeItIsActive() {
            transactions.change(tx -> prices.stage(tx, LIGHTING, "b-1", List.of(price("1.00"))));
            assertThat(found(Set.of())).isEmpty();

            transactions.change(tx -> prices.activate(tx, new VendorId("other"), "b-1", NOW));
            assertThat(found(Set.of())).isEmpty();

            transactions.change(tx -> prices.activate(tx, LIGHTING, "b-1", NOW));
            assertThat(found(Set.of())).hasSize(1);
        }

        @Test
        void ofEqualPricesTheOneActivatedLastCounts() {
            transactions.change(tx -> prices.stage(tx, LIGHTING, "b-early", List.of(price("1.00"))));
            transactions.change(tx -> prices.stage(tx, LIGHTING, "b-late", List.of(price("2.00"))));
            transactions.change(tx -> prices.activate(tx, LIGHTING, "b-late", NOW));
            assertThat(found(Set.of())).containsExactly(price("2.00"));

            transactions.change(tx -> prices.activate(tx, LIGHTING, "b-early", NOW));
            assertThat(found(Set.of())).containsExactly(price("1.00"));

            // A second activation changes nothing.
            transactions.change(tx -> prices.activate(tx, LIGHTING, "b-late", NOW));
            assertThat(found(Set.of())).containsExactly(price("1.00"));
        }

        @Test
        void aPriceThatWasEndedDoesNotBringBackTheOneThatItReplaced() {
            activate("b-open", price("1.00"));
            activate(
                    "b-ended",
                    price(
                            "1.00",
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(TODAY.minusDays(1))));
            assertThat(found(Set.of())).isEmpty();

            Optional<Long> after = Optional.empty();
            do {
                Optional<Long> from = after;
                after = transactions
                        .write(tx -> prices.prune(tx, LIGHTING, TODAY, from, 1))
                        .next();
            } while (after.isPresent());
            assertThat(found(Set.of())).isEmpty();
        }

        @Test
        void pricesOfOthersAreNotSeen() {
            PriceRow mine = price("1.00", Optional.of(account), Optional.empty(), Optional.empty(), Optional.empty());
            PriceRow ofGroup =
                    price("2.00", Optional.empty(), Optional.of("hotels"), Optional.empty(), Optional.empty());
            PriceRow foreign = price(
                    "3.00", Optional.of(new AccountId("b")), Optional.empty(), Optional.empty(), Optional.empty());
            activate("b-1", mine, ofGroup, foreign, price("4.00"));

            assertThat(found(Set.of("hotels", "x", "y"))).containsExactlyInAnyOrder(mine, ofGroup, price("4.00"));
            assertThat(found(Set.of())).containsExactlyInAnyOrder(mine, price("4.00"));
        }

        @Test
        void theLastDayIsIncluded() {
            PriceRow past = price(
                    "1.00", Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(TODAY.minusDays(1)));
            PriceRow untilToday =
                    price("2.00", Optional.empty(), Optional.empty(), Optional.of(TODAY), Optional.of(TODAY));
            PriceRow future =
                    price("3.00", Optional.empty(), Optional.empty(), Optional.of(TODAY.plusDays(1)), Optional.empty());
            activate("b-1", untilToday, future);
            activate("b-2", past);

            assertThat(found(Set.of())).containsExactly(untilToday);
        }

        @Test
        void aDiscardedBatchIsGoneAndAnActiveOneStays() {
            activate("b-1", price("1.00"));
            transactions.change(tx -> {
                prices.stage(tx, LIGHTING, "b-2", List.of(price("2.00")));
                prices.stage(tx, LIGHTING, "b-2", List.of(price("3.00")));
            });

            transactions.change(tx -> {
                prices.discard(tx, "b-1");
                prices.discard(tx, "b-2");
                prices.activate(tx, LIGHTING, "b-2", NOW);
            });

            assertThat(found(Set.of())).containsExactly(price("1.00"));
        }

        @Test
        void norwaysRatesAreThere() {
            List<TaxRateRow> rates = all(prices::taxRates);

            assertThat(rates)
                    .contains(
                            rate("standard", "25", "2016-01-01"),
                            rate("food", "15", "2016-01-01"),
                            rate("low", "12", "2021-10-01"),
                            rate("zero", "0", "2016-01-01"),
                            rate("raw-fish", "11.11", "2016-01-01"),
                            rate("exempt", "0", "2016-01-01"));
        }

        @Test
        void swedensRatesAreThereWithTheYearsOfHalfTheFood() {
            List<TaxRateRow> rates = all(prices::taxRates);

            assertThat(rates)
                    .contains(
                            rate("SE", "standard", "25", "2016-01-01"),
                            rate("SE", "low", "6", "2016-01-01"),
                            rate("SE", "zero", "0", "2016-01-01"),
                            rate("SE", "food", "12", "2028-01-01"))
                    .filteredOn(rate ->
                            rate.category().equals("food") && rate.country().equals("SE"))
                    .filteredOn(rate -> rate.validTo().equals(Optional.of(LocalDate.of(2027, 12, 31))))
                    .extracting(TaxRateRow::percent)
                    .singleElement()
                    .satisfies(percent -> assertThat(percent).isEqualByComparingTo("6"));
        }

        private static TaxRateRow rate(String category, String percent, String from) {
            return rate("NO", category, percent, from);
        }

        private static TaxRateRow rate(String country, String category, String percent, String from) {
            return new TaxRateRow(country, category, new BigDecimal(percent), LocalDate.parse(from), Optional.empty());
        }
    }
}
