package org.example.courier;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.torg.api.Message;
import org.torg.api.pricing.*;
import org.torg.api.vendor.Texts;

@Component(service = ShippingModule.class)
public final class Courier implements ShippingModule {
    private final ModuleInfo info;
    private final long price;

    @Activate
    public Courier(BundleContext context) {
        var version = context.getBundle().getVersion();
        info = new ModuleInfo("courier", version.toString(), Set.of(Phase.FREIGHT), Set.of());
        price = 100L * version.getMajor();
    }

    @Override
    public ModuleInfo info() {
        return info;
    }

    @Override
    public List<DeliveryOption> options(PricingRequest request) {
        return List.of(new DeliveryOption(
                "courier",
                Message.of("courier.option", "By courier"),
                Money.of(CurrencyUnit.of("NOK"), price),
                "courier.option",
                false,
                1,
                2,
                Optional.empty()));
    }

    @Override
    public Texts texts() {
        return new Texts(Map.of(
                "en", Map.of("courier.option", "By courier"),
                "nb", Map.of("courier.option", "Med bud"),
                "sv", Map.of("courier.option", "Med bud"),
                "da", Map.of("courier.option", "Med bud"),
                "fi", Map.of("courier.option", "Kuriirilla")));
    }
}
