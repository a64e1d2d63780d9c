package org.torg.portal.office;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.vendor.ParameterChange;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.VendorId;
import org.torg.api.vendor.Vendors;

/** A market square without a stall. */
public final class NoVendors implements Vendors {

    @Override
    public List<VendorDescriptor> present() {
        return List.of();
    }

    @Override
    public List<VendorDescriptor> known() {
        return List.of();
    }

    @Override
    public ZoneId zone() {
        return ZoneOffset.UTC;
    }

    @Override
    public boolean isOpen(VendorId vendor) {
        return false;
    }

    @Override
    public Optional<Speech> speech(VendorId vendor) {
        return Optional.empty();
    }

    @Override
    public Outcome<ParameterSheet> parameters(Caller caller, VendorId vendor) {
        return Outcome.refused(Refusal.notFound("vendor"));
    }

    @Override
    public Outcome<ParameterSheet> change(
            Caller caller, Optional<IdempotencyKey> key, VendorId vendor, ParameterChange change) {
        return Outcome.refused(Refusal.notFound("vendor"));
    }
}
