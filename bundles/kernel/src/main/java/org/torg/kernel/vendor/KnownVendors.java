package org.torg.kernel.vendor;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.vendor.Vendor;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.VendorId;
import org.torg.api.vendor.Vendors.Speech;

/**
 * The vendors that are here, and those that once were, as they were last. What must not change when a stall closes, such as the
 * day on which something was ordered, goes by these and never by those alone that are here.
 */
@Component(service = KnownVendors.class)
public final class KnownVendors {

    private final VendorRegistry here;
    private final VendorFaces faces;

    @Activate
    public KnownVendors(@Reference VendorRegistry here, @Reference VendorFaces faces) {
        this.here = here;
        this.faces = faces;
    }

    /** By id. */
    public List<VendorDescriptor> all() {
        Map<String, VendorDescriptor> known = new TreeMap<>();
        faces.kept().forEach(face -> known.put(face.descriptor().id().value(), face.descriptor()));
        here.present().stream()
                .map(Vendor::descriptor)
                .forEach(vendor -> known.put(vendor.id().value(), vendor));
        return List.copyOf(known.values());
    }

    public Optional<VendorDescriptor> find(VendorId vendor) {
        return here.find(vendor).map(Vendor::descriptor).or(() -> faces.of(vendor)
                .map(face -> face.descriptor()));
    }

    /** By whose clock the tenant's days begin: the first one's seller's; UTC before there was any vendor. */
    public ZoneId zone() {
        return all().stream().findFirst().map(vendor -> vendor.seller().zone()).orElse(ZoneOffset.UTC);
    }

    Optional<Speech> speech(VendorId vendor) {
        return here.find(vendor)
                .map(open -> new Speech(open.texts(), open.workflow()))
                .or(() -> faces.of(vendor).map(face -> new Speech(face.texts(), face.workflow())));
    }
}
