package org.torg.persistence.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.persistence.Samples.LIGHTING;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.torg.api.PageRequest;
import org.torg.api.StoreException;
import org.torg.api.module.ModuleSet;
import org.torg.api.module.ModuleSet.Module;
import org.torg.api.module.ModuleSet.Origin;
import org.torg.api.store.ModuleStore;
import org.torg.api.store.ModuleStore.Published;
import org.torg.api.vendor.ParameterChange;
import org.torg.api.vendor.VendorId;
import org.torg.persistence.Database;
import org.torg.persistence.StoreContract;

class ModuleStoreTest {

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
        private static final VendorId OTHER = new VendorId("other");
        private static final Module VENDOR = module("org.torg.vendors.lighting", "1.0.0", "Vendor");
        private static final Module CAMPAIGN = module("org.torg.modules.campaign", "1.2.0", "PricingModule");

        private final ModuleStore modules = stores.modules();

        Contract(Database database) {
            super(database);
        }

        private static Module module(String symbolicName, String version, String... contracts) {
            return new Module(
                    symbolicName,
                    version,
                    "0123456789abcdef".repeat(4),
                    "blob-of-" + symbolicName + "-" + version,
                    List.of(contracts));
        }

        private static ModuleSet set(VendorId vendor, long parent, Origin origin, Module... modules) {
            return new ModuleSet(vendor, 99, parent, origin, NOW, "user:u-1", List.of(modules));
        }

        private static ParameterChange change(String value) {
            return new ParameterChange("loyalty.gold.percent", value, LocalDate.of(2026, 4, 1));
        }

        /** Publishes what follows the latest one. */
        private ModuleSet publish(ModuleSet set, Optional<ParameterChange> change) {
            return transactions.write(tx -> modules.publish(tx, set, modules.generation(tx, set.vendor()), change));
        }

        private ModuleSet publish(ModuleSet set) {
            return publish(set, Optional.empty());
        }

        private ModuleSet parameter(long parent, String value) {
            return publish(set(LIGHTING, parent, Origin.PARAMETER, VENDOR), Optional.of(change(value)));
        }

        private long generation(VendorId vendor) {
            return expectStatementsOfRead(1, tx -> modules.generation(tx, vendor));
        }

        @Test
        void generationsOfEachVendorAreNumberedFromOne() {
            assertThat(generation(LIGHTING)).isZero();
            assertThat(all(modules::published)).isEmpty();

            publish(set(OTHER, 0, Origin.FIRST));
            publish(set(LIGHTING, 0, Origin.FIRST, VENDOR));
            publish(set(LIGHTING, 1, Origin.ACTIVATION, VENDOR, CAMPAIGN));

            assertThat(generation(LIGHTING)).isEqualTo(2);
            assertThat(generation(OTHER)).isEqualTo(1);
            assertThat(all(modules::published)).containsExactly(new Published(LIGHTING, 2), new Published(OTHER, 1));
        }

        @Test
        void aSetIsReadAsItWasPublished() {
            ModuleSet published = publish(set(LIGHTING, 0, Origin.FIRST, CAMPAIGN, VENDOR));

            assertThat(published)
                    .isEqualTo(new ModuleSet(LIGHTING, 1, 0, Origin.FIRST, NOW, "user:u-1", List.of(CAMPAIGN, VENDOR)));
            assertThat(one(tx -> modules.set(tx, LIGHTING, 1))).contains(published);
            assertThat(one(tx -> modules.set(tx, LIGHTING, 2))).isEmpty();
            assertThat(one(tx -> modules.set(tx, OTHER, 1))).isEmpty();
        }

        @Test
        void setsAreListedNewestFirstFromTheCursorOn() {
            List<ModuleSet> published = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                published.add(0, publish(set(LIGHTING, i, Origin.ACTIVATION, VENDOR)));
            }
            publish(set(OTHER, 0, Origin.FIRST));

            assertThat(all(tx -> modules.sets(tx, LIGHTING, PageRequest.first(2))))
                    .isEqualTo(published.subList(0, 2));
            assertThat(all(tx -> modules.sets(tx, LIGHTING, new PageRequest(Optional.of("4"), 2))))
                    .isEqualTo(published.subList(2, 4));
            assertThat(all(tx -> modules.sets(tx, LIGHTING, new PageRequest(Optional.of("2"), 200))))
                    .isEqualTo(published.subList(4, 5));
            assertThat(all(tx -> modules.sets(tx, LIGHTING, new PageRequest(Optional.of("1"), 200))))
                    .isEmpty();
        }

        @Test
        void theParametersOfAGenerationAreThoseOfItsChainOfParents() {
            publish(set(LIGHTING, 0, Origin.FIRST, VENDOR));
            parameter(1, "10");
            parameter(2, "12");
            publish(set(OTHER, 0, Origin.FIRST));
            // Back to the generation that knew the first value only.
            publish(set(LIGHTING, 2, Origin.ROLLBACK, VENDOR));
            parameter(4, "15");

            assertThat(parameters(1)).isEmpty();
            assertThat(parameters(3)).containsExactly(change("12"), change("10"));
            assertThat(parameters(4)).containsExactly(change("10"));
            assertThat(parameters(5)).containsExactly(change("15"), change("10"));
            assertThat(parameters(6)).isEmpty();
        }

        private List<ParameterChange> parameters(long generation) {
            return all(tx -> modules.parameters(tx, LIGHTING, generation));
        }

        @Test
        void aModuleIsFoundOnceItWasPartOfASet() {
            assertThat(one(tx -> modules.find(tx, CAMPAIGN.symbolicName(), "1.2.0")))
                    .isEmpty();
            publish(set(LIGHTING, 0, Origin.FIRST, CAMPAIGN, VENDOR));
            publish(set(LIGHTING, 1, Origin.ACTIVATION, VENDOR));

            assertThat(one(tx -> modules.find(tx, CAMPAIGN.symbolicName(), "1.2.0")))
                    .contains(CAMPAIGN);
            assertThat(one(tx -> modules.find(tx, CAMPAIGN.symbolicName(), "1.3.0")))
                    .isEmpty();
            assertThat(one(tx -> modules.find(tx, VENDOR.symbolicName(), "1.2.0")))
                    .isEmpty();
        }

        @Test
        void publishingCostsFewStatements() {
            expectStatements(
                    4,
                    tx -> modules.publish(tx, set(LIGHTING, 0, Origin.FIRST, CAMPAIGN, VENDOR), 0, Optional.empty()));
            expectStatements(
                    2, tx -> modules.publish(tx, set(LIGHTING, 1, Origin.ACTIVATION, VENDOR), 1, Optional.empty()));
            expectStatements(
                    1,
                    tx -> modules.publish(
                            tx, set(LIGHTING, 2, Origin.PARAMETER, VENDOR), 2, Optional.of(change("10"))));
        }

        @Test
        void whoDoesNotKnowTheLatestSetPublishesNothing() {
            publish(set(LIGHTING, 0, Origin.FIRST, VENDOR));
            publish(set(LIGHTING, 1, Origin.ACTIVATION, VENDOR, CAMPAIGN));

            assertConflict(() -> transactions.change(
                    tx -> modules.publish(tx, set(LIGHTING, 1, Origin.ACTIVATION, VENDOR), 1, Optional.empty())));

            assertThat(generation(LIGHTING)).isEqualTo(2);
        }

        @Test
        void anotherContentOfAKnownVersionIsNotPublished() {
            publish(set(LIGHTING, 0, Origin.FIRST, VENDOR, CAMPAIGN));
            Module other = new Module(
                    CAMPAIGN.symbolicName(), CAMPAIGN.version(), "f".repeat(64), "other", CAMPAIGN.contracts());

            assertConflict(() -> transactions.change(
                    tx -> modules.publish(tx, set(OTHER, 0, Origin.FIRST, other), 0, Optional.empty())));

            assertThat(generation(OTHER)).isZero();
        }

        @Test
        void ofManyWhoPublishAtTheSameTimeOneWins() throws Exception {
            publish(set(LIGHTING, 0, Origin.FIRST, VENDOR));

            List<Boolean> won =
                    atTheSameTime(8, i -> set(LIGHTING, 1, Origin.ACTIVATION, VENDOR, module("m" + i, "1.0.0")), 1);

            assertThat(won).containsOnlyOnce(true).hasSize(8);
            assertThat(generation(LIGHTING)).isEqualTo(2);
        }

        @Test
        void manyVendorsMayBringTheSameModulesAtTheSameTime() throws Exception {
            List<Boolean> won =
                    atTheSameTime(8, i -> set(new VendorId("v-" + i), 0, Origin.FIRST, CAMPAIGN, VENDOR), 0);

            assertThat(won).containsOnly(true).hasSize(8);
            assertThat(all(modules::published)).hasSize(8);
        }

        /** Whether each one was published. */
        private List<Boolean> atTheSameTime(int count, IntFunction<ModuleSet> candidates, long expected)
                throws Exception {
            ExecutorService threads = Executors.newFixedThreadPool(count);
            CountDownLatch ready = new CountDownLatch(count);
            try {
                List<Future<Boolean>> attempts = new ArrayList<>();
                for (int i = 0; i < count; i++) {
                    ModuleSet set = candidates.apply(i);
                    attempts.add(threads.submit(() -> {
                        ready.countDown();
                        ready.await();
                        try {
                            transactions.change(tx -> modules.publish(tx, set, expected, Optional.empty()));
                            return true;
                        } catch (StoreException e) {
                            assertThat(e.kind()).isEqualTo(StoreException.Kind.CONFLICT);
                            return false;
                        }
                    }));
                }
                List<Boolean> won = new ArrayList<>();
                for (Future<Boolean> attempt : attempts) {
                    won.add(attempt.get(60, TimeUnit.SECONDS));
                }
                return won;
            } finally {
                threads.shutdownNow();
            }
        }
    }
}
