package org.torg.kernel.vendor;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.ReadinessCheck;
import org.torg.api.vendor.VendorId;

/** The tenant is ready when all of its vendors are here. */
@Component(service = ReadinessCheck.class)
public final class VendorReadiness implements ReadinessCheck {

    private final VendorRegistry registry;

    @Activate
    public VendorReadiness(@Reference VendorRegistry registry) {
        this.registry = registry;
    }

    @Override
    public String name() {
        return "vendors";
    }

    @Override
    public Optional<String> missing() {
        List<String> absent = registry.absent().stream().map(VendorId::value).toList();
        return absent.isEmpty() ? Optional.empty() : Optional.of("absent: " + String.join(", ", absent));
    }
}
