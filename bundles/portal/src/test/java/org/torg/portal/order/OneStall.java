package org.torg.portal.order;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.torg.api.IdempotencyKey;
import org.torg.api.LocalizedText;
import org.torg.api.Outcome;
import org.torg.api.account.Address;
import org.torg.api.account.Caller;
import org.torg.api.vendor.LegalEntity;
import org.torg.api.vendor.ParameterChange;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.VendorId;
import org.torg.api.vendor.Vendors;
import org.torg.portal.office.NoVendors;

/** A market square with one stall, whose company is in Finland. */
final class OneStall implements Vendors {

    static final VendorId ID = new VendorId("lighting");

    private static final LegalEntity SELLER = new LegalEntity(
            "valo",
            "Valo Oy",
            "12345671",
            "FI12345671",
            Optional.empty(),
            new Address("Valo Oy", Optional.empty(), "Satamakatu 1", Optional.empty(), "00160", "Helsinki", "FI"),
            ZoneId.of("Europe/Helsinki"),
            "tilaus@valo.example",
            "+358900000000",
            Optional.empty(),
            "FI0000000000000000");

    private final NoVendors none = new NoVendors();

    @Override
    public List<VendorDescriptor> present() {
        return known();
    }

    @Override
    public List<VendorDescriptor> known() {
        return List.of(new VendorDescriptor(
                ID,
                "1.0.0",
                LocalizedText.of("en", "Valo & Varjo"),
                SELLER,
                CurrencyUnit.of("NOK"),
                List.of("NO"),
                List.of("en"),
                "#0b5f8a"));
    }

    @Override
    public ZoneId zone() {
        return SELLER.zone();
    }

    @Override
    public boolean isOpen(VendorId vendor) {
        return true;
    }

    @Override
    public Optional<Speech> speech(VendorId vendor) {
        return Optional.empty();
    }

    @Override
    public Outcome<ParameterSheet> parameters(Caller caller, VendorId vendor) {
        return none.parameters(caller, vendor);
    }

    @Override
    public Outcome<ParameterSheet> change(
            Caller caller, Optional<IdempotencyKey> key, VendorId vendor, ParameterChange change) {
        return none.change(caller, key, vendor, change);
    }
}
