package org.torg.demo;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.torg.api.ReadinessCheck;

/** Keeps the tenant unready until the demo data is there; needs nothing, so that it is there before everything else. */
@Component(
        service = {ReadinessCheck.class, DemoReadiness.class},
        immediate = true)
public final class DemoReadiness implements ReadinessCheck {

    private volatile Optional<String> missing = Optional.of("not begun");

    @Override
    public String name() {
        return "demo-data";
    }

    @Override
    public Optional<String> missing() {
        return missing;
    }

    void missing(Optional<String> what) {
        missing = what;
    }
}
