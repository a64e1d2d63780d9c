package org.torg.testkit;

import java.util.List;
import org.torg.api.pricing.PricingModule;
import org.torg.api.vendor.Vendor;
import org.torg.contract.Composed;
import org.torg.contract.Composition;
import org.torg.contract.Offer;

/** What the kernel expects of a module of prices that joins a vendor. */
public abstract class PricingModuleContract extends Contract {

    /** The module under test; asked for again in each test. */
    protected abstract PricingModule module();

    /** The vendor that it joins: by default one of nothing but this module, in the languages of its texts. */
    protected Vendor vendor() {
        return PlainVendor.of(module());
    }

    @Override
    final Composed compose() {
        PricingModule module = module();
        Vendor vendor = vendor();
        Offer<PricingModule> offer = new Offer<>(module.getClass().getPackageName(), module);
        return Composition.compose(
                vendor.descriptor().id(), new Offer<>("org.torg.testkit", vendor), List.of(offer), List.of());
    }
}
