package org.torg.modules.express;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.torg.api.pricing.DeliveryOption;
import org.torg.api.pricing.Destination;
import org.torg.api.pricing.ModuleInfo;
import org.torg.api.pricing.Phase;
import org.torg.api.pricing.PricingLine;
import org.torg.api.pricing.PricingRequest;
import org.torg.api.pricing.ShippingModule;
import org.torg.api.vendor.ParameterDefinition;
import org.torg.api.vendor.ParameterDefinition.Type;
import org.torg.api.vendor.Parameters;
import org.torg.api.vendor.Texts;

/**
 * A courier brings small and light orders on the same day, to businesses within a range of postcodes. To which country is the
 * matter of the vendor, whose cart rules say where it delivers at all.
 */
@Component(service = ShippingModule.class)
public final class SameDay implements ShippingModule {

    static final String CODE = "same-day";
    static final String AMOUNT = "express.amount";
    static final String MAX_WEIGHT = "express.max-weight-kg";
    static final String FIRST_POSTCODE = "express.first-postcode";
    static final String LAST_POSTCODE = "express.last-postcode";

    private static final Pattern POSTCODE = Pattern.compile("[0-9]{3,5}");

    private final ModuleInfo info;
    private final Texts texts = Texts.load(SameDay.class, List.of("nb", "sv", "da", "fi", "en"));
    private final List<ParameterDefinition> parameters = List.of(
            define(AMOUNT, Type.AMOUNT, "490.00", 100_000),
            define(MAX_WEIGHT, Type.DECIMAL, "20", 1000),
            define(FIRST_POSTCODE, Type.INTEGER, "1", 99_999),
            define(LAST_POSTCODE, Type.INTEGER, "1299", 99_999));

    @Activate
    public SameDay(BundleContext context) {
        this(context.getBundle().getVersion().toString());
    }

    /** @param version of the bundle, without a container */
    SameDay(String version) {
        info = new ModuleInfo("express", version, Set.of(Phase.FREIGHT), Set.of());
    }

    private ParameterDefinition define(String key, Type type, String initial, long maximum) {
        return new ParameterDefinition(
                key,
                type,
                initial,
                Optional.of(BigDecimal.ZERO),
                Optional.of(BigDecimal.valueOf(maximum)),
                texts.message(key));
    }

    @Override
    public ModuleInfo info() {
        return info;
    }

    @Override
    public List<ParameterDefinition> parameters() {
        return parameters;
    }

    @Override
    public Texts texts() {
        return texts;
    }

    @Override
    public List<DeliveryOption> options(PricingRequest request) {
        Parameters values = request.parameters();
        boolean near = request.destination()
                .filter(destination -> destination.kind() == Destination.Kind.BUSINESS)
                .filter(destination -> reaches(values, destination.postcode()))
                .isPresent();
        if (!near || !carries(values, request.lines())) {
            return List.of();
        }
        return List.of(new DeliveryOption(
                CODE,
                texts.message("express.same-day"),
                values.amount(AMOUNT),
                "express.same-day",
                true,
                0,
                1,
                Optional.empty()));
    }

    private static boolean reaches(Parameters values, String postcode) {
        if (!POSTCODE.matcher(postcode).matches()) {
            return false;
        }
        int number = Integer.parseInt(postcode);
        return number >= values.integer(FIRST_POSTCODE) && number <= values.integer(LAST_POSTCODE);
    }

    private static boolean carries(Parameters values, List<PricingLine> lines) {
        BigDecimal weight = BigDecimal.ZERO;
        for (PricingLine line : lines) {
            if (line.bulky()) {
                return false;
            }
            weight = weight.add(line.weightKg().multiply(BigDecimal.valueOf(line.quantity())));
        }
        return weight.compareTo(values.number(MAX_WEIGHT)) <= 0;
    }
}
