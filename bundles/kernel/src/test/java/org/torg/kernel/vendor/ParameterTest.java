package org.torg.kernel.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Callers.STAFF;
import static org.torg.kernel.fixture.Kernel.LIGHTING;
import static org.torg.kernel.fixture.Outcomes.code;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.audit.AuditEntry;
import org.torg.api.audit.AuditTrail;
import org.torg.api.event.Event;
import org.torg.api.store.EventStore;
import org.torg.api.vendor.ParameterChange;
import org.torg.api.vendor.ParameterDefinition;
import org.torg.api.vendor.VendorId;
import org.torg.api.vendor.Vendors.ParameterSheet;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.KernelContract;
import org.torg.vendors.lighting.LightingVendor;

class ParameterTest {

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

    abstract static class Contract extends KernelContract {

        private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

        final ParameterDefinition percent;

        Contract(Database database) {
            super(database);
            this.percent = kernel.registry.find(LIGHTING).orElseThrow().parameters().stream()
                    .filter(defined -> defined.type() == ParameterDefinition.Type.PERCENT
                            && defined.maximum().isPresent())
                    .findFirst()
                    .orElseThrow();
        }

        @Test
        void untilStaffSetAnotherTheInitialValueCounts() {
            CurrentParameters current = at(kernel.generations, TODAY);

            assertThat(current.generation()).isEqualTo(1);
            assertThat(current.parameters().values()).containsEntry(percent.key(), percent.initial());
        }

        @Test
        void aValueCountsFromItsDateOn() {
            ParameterSheet sheet = change("7.5", TODAY.plusDays(3)).orElseThrow();

            assertThat(sheet.generation()).isEqualTo(2);
            assertThat(sheet.today().values()).containsEntry(percent.key(), percent.initial());
            assertThat(sheet.changes()).containsExactly(new ParameterChange(percent.key(), "7.5", TODAY.plusDays(3)));
            assertThat(value(TODAY.plusDays(2))).isEqualTo(percent.initial());
            assertThat(value(TODAY.plusDays(3))).isEqualTo("7.5");
        }

        @Test
        void ofTwoValuesFromOneDayTheLaterOneCounts() {
            change("7.5", TODAY).orElseThrow();
            change("8", TODAY).orElseThrow();

            assertThat(value(TODAY)).isEqualTo("8");
        }

        @Test
        void aChangeIsToldAndRecorded() {
            change("7.5", TODAY).orElseThrow();

            kernel.transactions.change(tx -> kernel.stores.events().position(tx, 10));
            List<EventStore.PositionedEvent> told =
                    kernel.transactions.read(tx -> kernel.stores.events().feed(tx, 0, 10));
            List<AuditEntry> recorded = kernel.transactions.read(tx -> kernel.stores
                    .commands()
                    .audit(tx, AuditTrail.Query.of(Optional.of("lighting")), Optional.empty(), 5));
            assertThat(told)
                    .extracting(event -> event.event().event())
                    .containsExactly(new Event.ParametersChanged(LIGHTING, Optional.empty(), 2));
            assertThat(recorded).extracting(AuditEntry::command).containsExactly("change-parameter");
        }

        @Test
        void valuesThatTheDefinitionDoesNotAllowAreRefused() {
            String tooMuch = percent.maximum()
                    .orElseThrow()
                    .add(java.math.BigDecimal.ONE)
                    .toPlainString();

            for (String value : List.of("", "seven", "7,5", "-1000", tooMuch, "7.12345")) {
                assertThat(code(change(value, TODAY))).as(value).isEqualTo("parameter-invalid");
            }
            assertThat(code(kernel.vendors.change(
                            STAFF, Optional.empty(), LIGHTING, new ParameterChange("no.such", "1", TODAY))))
                    .isEqualTo("parameter-unknown");
            assertThat(code(kernel.vendors.change(
                            STAFF, Optional.empty(), new VendorId("nobody"), new ParameterChange("x", "1", TODAY))))
                    .isEqualTo("vendor-not-found");
            assertThat(at(kernel.generations, TODAY).generation()).isEqualTo(1);
        }

        /** At half past eleven in the evening of UTC it is tomorrow in Oslo. */
        @Test
        void whatIsPastIsReckonedInTheSellersZone() {
            kernel.clock.move(Duration.ofHours(14).plusMinutes(30));

            assertThat(code(change("7.5", TODAY))).isEqualTo("date-past");
            assertThat(code(change("7.5", TODAY.plusDays(1)))).isEqualTo("done");
        }

        @Test
        void anotherNodesChangeIsSeenWithinTwoSeconds() {
            Generations other = kernel.node().generations;
            assertThat(at(other, TODAY).generation()).isEqualTo(1);
            change("7.5", TODAY).orElseThrow();

            kernel.clock.move(Generations.MAX_AGE);

            assertThat(at(other, TODAY).generation()).isEqualTo(2);
            assertThat(at(other, TODAY).parameters().values()).containsEntry(percent.key(), "7.5");
        }

        @Test
        void askingAgainCostsNothingAndCheckingCostsOneStatement() {
            at(kernel.generations, TODAY);
            database.sent().forget();

            for (int i = 0; i < 100; i++) {
                at(kernel.generations, TODAY);
            }
            assertThat(database.sent().statements()).isEmpty();
            kernel.clock.move(Generations.MAX_AGE);
            for (int i = 0; i < 100; i++) {
                at(kernel.generations, TODAY);
            }
            assertThat(database.sent().statements()).hasSize(1);
        }

        @Test
        void aRepeatUnderTheSameKeyAddsNoRow() {
            Optional<IdempotencyKey> key = Optional.of(new IdempotencyKey("k"));
            ParameterChange change = new ParameterChange(percent.key(), "7.5", TODAY);

            kernel.vendors.change(STAFF, key, LIGHTING, change).orElseThrow();
            ParameterSheet again =
                    kernel.vendors.change(STAFF, key, LIGHTING, change).orElseThrow();

            assertThat(again.changes()).hasSize(1);
            assertThat(again.generation()).isEqualTo(2);
        }

        @Test
        void onlyStaffMaySeeAndEdit() {
            assertThat(code(kernel.vendors.parameters(Callers.stranger(), LIGHTING)))
                    .isEqualTo("token-missing");
            assertThat(code(kernel.vendors.change(
                            Callers.buyer(new org.torg.api.account.AccountId("a")),
                            Optional.empty(),
                            LIGHTING,
                            new ParameterChange(percent.key(), "1", TODAY))))
                    .isEqualTo("right-missing");
        }

        @Test
        void readinessNamesTheVendorsThatAreAbsent() {
            VendorRegistry registry = VendorRegistryTest.configured("dental, lighting,hearing");
            assertThat(new VendorReadiness(registry).missing()).contains("absent: dental, hearing, lighting");
            registry.put(new LightingVendor("1.0.0"));
            assertThat(new VendorReadiness(registry).missing()).contains("absent: dental, hearing");
            assertThat(new VendorReadiness(kernel.registry).missing()).isEmpty();
        }

        private static CurrentParameters at(Generations generations, LocalDate date) {
            return generations
                    .using(Optional.of(LIGHTING), generation -> Outcome.done(generation.parameters(date)))
                    .orElseThrow();
        }

        private Outcome<ParameterSheet> change(String value, LocalDate from) {
            return kernel.vendors.change(
                    STAFF, Optional.empty(), LIGHTING, new ParameterChange(percent.key(), value, from));
        }

        private String value(LocalDate date) {
            return at(kernel.generations, date).parameters().values().get(percent.key());
        }
    }
}
