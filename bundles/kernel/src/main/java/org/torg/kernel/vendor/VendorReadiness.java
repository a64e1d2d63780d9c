package org.torg.kernel.vendor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.torg.api.ReadinessCheck;
import org.torg.api.vendor.VendorId;

/** Whether the vendors that this tenant is to have are here. */
@Component(
        service = ReadinessCheck.class,
        configurationPid = "org.torg.kernel.vendor",
        configurationPolicy = ConfigurationPolicy.OPTIONAL)
@Designate(ocd = VendorReadiness.Configuration.class)
public final class VendorReadiness implements ReadinessCheck {

    @ObjectClassDefinition(name = "Torg vendors")
    public @interface Configuration {

        @AttributeDefinition(
                description = "Ids of the vendors without which the tenant is not ready, separated by commas")
        String vendors() default "lighting";
    }

    private final VendorRegistry registry;
    private final List<VendorId> expected;

    @Activate
    public VendorReadiness(@Reference VendorRegistry registry, Configuration configuration) {
        this(registry, configuration.vendors());
    }

    VendorReadiness(VendorRegistry registry, String vendors) {
        this.registry = registry;
        this.expected = Stream.of(vendors.split(",", -1))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .map(VendorId::new)
                .toList();
    }

    @Override
    public String name() {
        return "vendors";
    }

    @Override
    public Optional<String> missing() {
        List<String> absent = expected.stream()
                .filter(id -> registry.find(id).isEmpty())
                .map(VendorId::value)
                .toList();
        return absent.isEmpty() ? Optional.empty() : Optional.of("absent: " + String.join(", ", absent));
    }
}
