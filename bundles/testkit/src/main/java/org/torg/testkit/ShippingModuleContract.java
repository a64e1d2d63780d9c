package org.torg.testkit;

import java.util.List;
import org.torg.api.pricing.ShippingModule;
import org.torg.api.vendor.Vendor;
import org.torg.contract.Composed;
import org.torg.contract.Composition;
import org.torg.contract.Offer;

/** What the kernel expects of a module of freight that joins a vendor. */
public abstract class ShippingModuleContract extends Contract {

    /** The module under test; asked for again in each test. */
    protected abstract ShippingModule module();

    /** The vendor that it joins: by default one of nothing but this module, in the languages of its texts. */
    protected Vendor vendor() {
        return PlainVendor.of(module());
    }

    @Override
    final Composed compose() {
        ShippingModule module = module();
        Vendor vendor = vendor();
        Offer<ShippingModule> offer = new Offer<>(module.getClass().getPackageName(), module);
        return Composition.compose(
                vendor.descriptor().id(), new Offer<>("org.torg.testkit", vendor), List.of(), List.of(offer));
    }
}
