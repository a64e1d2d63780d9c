package org.torg.testkit;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.torg.api.vendor.Vendor;
import org.torg.contract.Composed;
import org.torg.contract.Composition;
import org.torg.contract.Offer;

/**
 * What the kernel expects of a vendor and of everything that its bundle contributes: prices, freight, tiers, cart rules,
 * workflow, terms, parameters and texts.
 */
public abstract class VendorContract extends Contract {

    /** The vendor under test; asked for again in each test. */
    protected abstract Vendor vendor();

    /** Whether each model has a complete configuration at all the kernel sees when the vendor's bundle comes. */
    @Test
    void everyModelIsSound() {
        hold(() -> checks().sound());
    }

    @Override
    final Composed compose() {
        Vendor vendor = vendor();
        return Composition.compose(
                vendor.descriptor().id(),
                new Offer<>(vendor.getClass().getPackageName(), vendor),
                List.of(),
                List.of());
    }
}
