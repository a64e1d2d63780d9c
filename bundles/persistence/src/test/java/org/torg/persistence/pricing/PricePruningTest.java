package org.torg.persistence.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.persistence.Samples.LIGHTING;
import static org.torg.persistence.Samples.NOK;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.torg.api.account.AccountId;
import org.torg.api.catalog.Sku;
import org.torg.api.store.PriceStore;
import org.torg.api.store.PriceStore.PriceRow;
import org.torg.api.store.PriceStore.Pruned;
import org.torg.api.vendor.VendorId;
import org.torg.persistence.Database;
import org.torg.persistence.StoreContract;

class PricePruningTest {

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
        private static final LocalDate TODAY = LocalDate.of(2026, 3, 29);
        private static final LocalDate ENDED_BEFORE = TODAY.minusDays(400);
        private static final VendorId OTHER = new VendorId("other");
        private static final List<Sku> SKUS = List.of(new Sku("LAMP"), new Sku("WIRE"));
        private static final List<Optional<AccountId>> ACCOUNTS =
                List.of(Optional.empty(), Optional.of(new AccountId("a")), Optional.of(new AccountId("b")));
        private static final List<Optional<String>> GROUPS = List.of(Optional.empty(), Optional.of("hotels"));
        /** Offsets of first and last days; null is open. Small, so that rows share their starts. */
        private static final List<Optional<Integer>> DAYS = List.of(
                Optional.empty(),
                Optional.of(-900),
                Optional.of(-401),
                Optional.of(-400),
                Optional.of(-1),
                Optional.of(0),
                Optional.of(1),
                Optional.of(30));

        private final PriceStore prices = stores.prices();
        private int batches;

        Contract(Database database) {
            super(database);
        }

        @ParameterizedTest
        @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
        void pruningChangesNoAnswerFromTheCutOn(long seed) {
            Random random = new Random(seed);
            for (int batch = 0; batch < 12; batch++) {
                fill(random);
            }
            List<String> before = answers();
            long rows = count();

            int removed = pruneAll(LIGHTING, 1 + random.nextInt(9));

            assertThat(answers()).isEqualTo(before);
            assertThat(removed).isPositive();
            assertThat(count()).isEqualTo(rows - removed);
            // What an ended row had replaced goes first, the ended row itself the next time.
            pruneAll(LIGHTING, 100);
            assertThat(answers()).isEqualTo(before);
            assertThat(pruneAll(LIGHTING, 100)).as("a third time").isZero();
        }

        @Test
        void whatIsReplacedGoesAlsoWhenItsSuccessorEnds() {
            activate(LIGHTING, price("1.00", Optional.empty()));
            activate(LIGHTING, price("2.00", Optional.empty()));
            activate(LIGHTING, price("3.00", Optional.of(TODAY.plusDays(7))));
            activate(OTHER, price("4.00", Optional.empty()));
            transactions.change(
                    tx -> prices.stage(tx, LIGHTING, "not-active", List.of(price("5.00", Optional.empty()))));

            assertThat(pruneAll(LIGHTING, 100)).isEqualTo(2);

            assertThat(at(LIGHTING, TODAY)).containsExactly(price("3.00", Optional.of(TODAY.plusDays(7))));
            assertThat(at(LIGHTING, TODAY.plusDays(8))).isEmpty();
            assertThat(at(OTHER, TODAY)).containsExactly(price("4.00", Optional.empty()));
            transactions.change(tx -> prices.activate(tx, LIGHTING, "not-active", NOW));
            assertThat(at(LIGHTING, TODAY)).containsExactly(price("5.00", Optional.empty()));
        }

        @Test
        void whatEndedBeforeTheCutGoesAndOnTheCutStays() {
            activate(LIGHTING, price("1.00", Optional.of(ENDED_BEFORE.minusDays(1))));
            activate(LIGHTING, price("2.00", Optional.of(ENDED_BEFORE)));

            assertThat(pruneAll(LIGHTING, 100)).isEqualTo(1);

            assertThat(at(LIGHTING, ENDED_BEFORE)).containsExactly(price("2.00", Optional.of(ENDED_BEFORE)));
        }

        @Test
        void aCallLooksAtSoManyRowsAndTakesThreeStatements() {
            for (int i = 0; i < 5; i++) {
                activate(LIGHTING, price("1.0" + i, Optional.empty()));
            }

            database.statements().forget();
            Pruned first = prune(LIGHTING, Optional.empty(), 3);

            assertThat(database.statements().sent()).hasSize(3);
            assertThat(first.removed()).isEqualTo(3);
            Pruned second = prune(LIGHTING, first.next(), 3);
            assertThat(second).isEqualTo(new Pruned(1, Optional.empty()));
            database.statements().forget();
            assertThat(prune(LIGHTING, Optional.empty(), 3)).isEqualTo(new Pruned(0, Optional.empty()));
            assertThat(database.statements().sent()).hasSize(2);
        }

        @Test
        void manyPricesArePrunedQuickly() {
            int each = 5_000;
            for (int batch = 0; batch < 4; batch++) {
                List<PriceRow> rows = new ArrayList<>();
                for (int i = 0; i < each; i++) {
                    rows.add(row(
                            new Sku("S-" + i % 500), "list-" + i / 500, Optional.empty(), Optional.empty(), "1.00"));
                }
                activate(LIGHTING, rows.toArray(PriceRow[]::new));
            }
            assertThat(pruneAll(LIGHTING, 1000)).isEqualTo(3 * each);

            assertThat(pruneAll(LIGHTING, 1000)).isZero();
        }

        private void fill(Random random) {
            List<PriceRow> rows = new ArrayList<>();
            Set<List<?>> keys = new HashSet<>();
            for (int i = 0; i < 12; i++) {
                PriceRow row = new PriceRow(
                        any(random, SKUS),
                        any(random, List.of(PriceStore.STANDARD_LIST, "project")),
                        any(random, ACCOUNTS),
                        any(random, GROUPS),
                        any(random, List.of(1, 1, 10)),
                        BigMoney.of(NOK, new BigDecimal(1 + random.nextInt(999)).movePointLeft(2)),
                        any(random, DAYS).filter(day -> random.nextInt(3) == 0).map(TODAY::plusDays),
                        any(random, DAYS).map(TODAY::plusDays));
                // One file never gives a price twice.
                if (keys.add(List.of(
                        row.sku(), row.list(), row.account(), row.group(), row.minQuantity(), row.validFrom()))) {
                    rows.add(row);
                }
            }
            VendorId vendor = random.nextInt(6) == 0 ? OTHER : LIGHTING;
            String batch = "batch-" + random.nextInt(1_000_000) + "-" + batches++;
            transactions.change(tx -> prices.stage(tx, vendor, batch, rows));
            if (random.nextInt(8) > 0) {
                transactions.change(tx -> prices.activate(tx, vendor, batch, NOW));
            }
        }

        private static <T> T any(Random random, List<T> choices) {
            return choices.get(random.nextInt(choices.size()));
        }

        /** Everything that can be asked, day by day around all days that occur. */
        private List<String> answers() {
            List<String> answers = new ArrayList<>();
            List<LocalDate> days =
                    new ArrayList<>(List.of(ENDED_BEFORE, ENDED_BEFORE.plusDays(1), TODAY.plusDays(999)));
            for (int day = -2; day <= 32; day += day < 3 || day > 27 ? 1 : 5) {
                days.add(TODAY.plusDays(day));
            }
            for (LocalDate day : days) {
                for (VendorId vendor : List.of(LIGHTING, OTHER)) {
                    for (String account : List.of("a", "b", "nobody")) {
                        for (Set<String> groups : List.of(Set.<String>of(), Set.of("hotels"))) {
                            transactions
                                    .read(tx -> prices.prices(tx, vendor, SKUS, new AccountId(account), groups, day))
                                    .stream()
                                    .map(row -> day + " " + vendor + " " + account + " " + groups + " " + row)
                                    .sorted()
                                    .forEach(answers::add);
                        }
                    }
                }
            }
            return answers;
        }

        private long count() {
            try (var connection = database.dataSource().getConnection();
                    var statement = connection.createStatement();
                    var result = statement.executeQuery("SELECT COUNT(*) FROM price")) {
                result.next();
                return result.getLong(1);
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private int pruneAll(VendorId vendor, int limit) {
            Pruned pruned = prune(vendor, Optional.empty(), limit);
            int removed = pruned.removed();
            while (pruned.next().isPresent()) {
                pruned = prune(vendor, pruned.next(), limit);
                assertThat(pruned.removed()).isLessThanOrEqualTo(limit);
                removed += pruned.removed();
            }
            return removed;
        }

        private Pruned prune(VendorId vendor, Optional<Long> after, int limit) {
            return transactions.write(tx -> prices.prune(tx, vendor, ENDED_BEFORE, after, limit));
        }

        private void activate(VendorId vendor, PriceRow... rows) {
            String batch = "b-" + batches++;
            transactions.change(tx -> {
                prices.stage(tx, vendor, batch, List.of(rows));
                prices.activate(tx, vendor, batch, NOW);
            });
        }

        private List<PriceRow> at(VendorId vendor, LocalDate day) {
            return transactions.read(tx -> prices.prices(tx, vendor, SKUS, new AccountId("a"), Set.of(), day));
        }

        private static PriceRow price(String amount, Optional<LocalDate> to) {
            return row(SKUS.get(0), PriceStore.STANDARD_LIST, Optional.empty(), to, amount);
        }

        private static PriceRow row(
                Sku sku, String list, Optional<LocalDate> from, Optional<LocalDate> to, String amount) {
            return new PriceRow(
                    sku,
                    list,
                    Optional.empty(),
                    Optional.empty(),
                    1,
                    BigMoney.of(NOK, new BigDecimal(amount)),
                    from,
                    to);
        }
    }
}
