package org.torg.rest.http;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.vendor.ParameterChange;
import org.torg.api.vendor.Vendor;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.VendorId;
import org.torg.api.vendor.Vendors;

/** The texts of these vendors. */
public final class MessageTexts {

    private MessageTexts() {}

    public static MessageText of(Vendor... vendors) {
        return new MessageText(new Speaking(List.of(vendors)));
    }

    /** Vendors that say something, and have no parameters. */
    private record Speaking(List<Vendor> vendors) implements Vendors {

        @Override
        public List<VendorDescriptor> present() {
            return vendors.stream().map(Vendor::descriptor).toList();
        }

        @Override
        public List<VendorDescriptor> known() {
            return present();
        }

        @Override
        public ZoneId zone() {
            return ZoneOffset.UTC;
        }

        @Override
        public boolean isOpen(VendorId vendor) {
            return speech(vendor).isPresent();
        }

        @Override
        public Optional<Speech> speech(VendorId id) {
            return vendors.stream()
                    .filter(vendor -> vendor.descriptor().id().equals(id))
                    .map(vendor -> new Speech(vendor.texts(), vendor.workflow()))
                    .findFirst();
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
}
