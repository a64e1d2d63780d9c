package org.torg.portal.look;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.Vendors;

/** The style sheet, the scripts and the icons, and the accents of the vendors that are here. */
@Component(service = Assets.class)
public final class Assets {

    private final Vendors vendors;
    private final Asset style = Asset.load("torg.css", "text/css; charset=utf-8");
    private final Asset script = Asset.load("torg.js", "text/javascript; charset=utf-8");
    private final Asset uploads = Asset.load("upload.js", "text/javascript; charset=utf-8");
    private final Asset htmx = Asset.load("htmx.min.js", "text/javascript; charset=utf-8");
    private final Asset icons = Asset.load("icons.svg", "image/svg+xml");
    private final Asset mark = Asset.load("mark.svg", "image/svg+xml");
    private volatile Accents accents = new Accents(List.of());

    @Activate
    public Assets(@Reference Vendors vendors) {
        this.vendors = vendors;
    }

    public String style() {
        return style.path();
    }

    public String script() {
        return script.path();
    }

    /** Sends files piece by piece. */
    public String uploads() {
        return uploads.path();
    }

    public String htmx() {
        return htmx.path();
    }

    public String mark() {
        return mark.path();
    }

    /** One of the icons, such as {@code cart}. */
    public String icon(String name) {
        return icons.path() + "#" + name;
    }

    /** The vendors' accents; another address whenever they change. */
    public String accents() {
        return current().sheet().path();
    }

    /** What is served at this address; empty where nothing is. */
    public Optional<Asset> at(String path) {
        return Stream.of(style, script, uploads, htmx, icons, mark, current().sheet())
                .filter(asset -> asset.path().equals(path))
                .findFirst();
    }

    private Accents current() {
        List<VendorDescriptor> present = vendors.known();
        Accents known = accents;
        if (!known.vendors().equals(present)) {
            known = new Accents(present);
            accents = known;
        }
        return known;
    }

    private record Accents(List<VendorDescriptor> vendors, Asset sheet) {

        Accents(List<VendorDescriptor> vendors) {
            this(vendors, Asset.of("vendors.css", "text/css; charset=utf-8", css(vendors)));
        }

        private static byte[] css(List<VendorDescriptor> vendors) {
            return vendors.stream()
                    .map(vendor -> "[data-vendor=\"" + vendor.id().value() + "\"]{"
                            + Accent.of(vendor.accent()).css() + "}\n")
                    .collect(Collectors.joining("", "@layer vendor{\n", "}\n"))
                    .getBytes(StandardCharsets.UTF_8);
        }
    }
}
