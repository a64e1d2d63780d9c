package org.torg.modules.express;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.torg.api.pricing.DeliveryOption;
import org.torg.api.pricing.Destination.Kind;
import org.torg.api.pricing.ShippingModule;
import org.torg.testkit.Example;
import org.torg.testkit.ShippingModuleContract;

class SameDayTest extends ShippingModuleContract {

    private final SameDay sameDay = new SameDay("1.0.0");
    private final Example lamps = Example.of(sameDay).line("LAMP", 3, "199.00");

    @Override
    protected ShippingModule module() {
        return new SameDay("1.0.0");
    }

    private List<DeliveryOption> options(Example example) {
        return sameDay.options(example.request());
    }

    @Test
    void aCourierBringsSmallOrdersToBusinessesNearby() {
        assertThat(options(lamps)).singleElement().satisfies(option -> {
            assertThat(option.code()).isEqualTo("same-day");
            assertThat(option.price()).isEqualTo(Money.of(CurrencyUnit.of("NOK"), 490));
            assertThat(option.phoneRequired()).isTrue();
        });
    }

    @Test
    void whatIsBulkyOrTooHeavyHasNoCourier() {
        assertThat(options(lamps.weighing("6.66"))).hasSize(1);
        assertThat(options(lamps.weighing("6.67"))).isEmpty();
        assertThat(options(lamps.bulky())).isEmpty();
    }

    @Test
    void theCourierGoesToPostcodesInItsRangeOnly() {
        assertThat(options(lamps.to("NO", "1299", Kind.BUSINESS))).hasSize(1);
        assertThat(options(lamps.to("NO", "1300", Kind.BUSINESS))).isEmpty();
        assertThat(options(lamps.to("NO", "N/A", Kind.BUSINESS))).isEmpty();
        assertThat(options(lamps.to("NO", "0581", Kind.PRIVATE))).isEmpty();
    }
}
