package org.torg.kernel.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.torg.api.store.PriceStore;
import org.torg.api.store.PriceStore.TaxRateRow;
import org.torg.kernel.fixture.SetClock;

class StoredTaxRatesTest {

    private static final LocalDate CUT = LocalDate.of(2026, 4, 1);
    private static final LocalDate END = LocalDate.of(2027, 12, 31);

    private final SetClock clock = new SetClock();
    private final Stub<PriceStore> store = Stub.of(PriceStore.class)
            .on(
                    "taxRates",
                    args -> List.of(
                            row("12", LocalDate.of(2016, 1, 1), Optional.empty()), row("6", CUT, Optional.of(END))));
    private final StoredTaxRates rates = new StoredTaxRates(MemoryKeys.transactions(), store.get(), clock);

    private static TaxRateRow row(String percent, LocalDate from, Optional<LocalDate> to) {
        return new TaxRateRow("SE", "food", new BigDecimal(percent), from, to);
    }

    private Optional<String> food(LocalDate taxPoint) {
        return rates.rate("SE", "food", taxPoint).map(BigDecimal::toPlainString);
    }

    @Test
    void theTaxPointDecidesTheRate() {
        assertThat(food(CUT.minusDays(1))).contains("12");
        assertThat(food(CUT)).contains("6");
        assertThat(food(END)).contains("6");
        assertThat(food(END.plusDays(1))).contains("12");
    }

    @Test
    void anUnknownCategoryCountryOrTimeHasNoRate() {
        assertThat(rates.rate("SE", "books", CUT)).isEmpty();
        assertThat(rates.rate("NO", "food", CUT)).isEmpty();
        assertThat(food(LocalDate.of(2015, 12, 31))).isEmpty();
    }

    @Test
    void theDatabaseIsAskedOnceAMinute() {
        food(CUT);
        clock.move(Duration.ofSeconds(59));
        food(CUT);
        assertThat(store.calls()).isEqualTo(1);

        clock.move(Duration.ofSeconds(1));
        food(CUT);
        assertThat(store.calls()).isEqualTo(2);
    }
}
