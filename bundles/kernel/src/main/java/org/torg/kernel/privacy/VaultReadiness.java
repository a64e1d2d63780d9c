package org.torg.kernel.privacy;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.ReadinessCheck;
import org.torg.api.StoreException;

/** The tenant is ready when personal data can be read and written. */
@Component(service = ReadinessCheck.class)
public final class VaultReadiness implements ReadinessCheck {

    private final MasterKeys keys;

    @Activate
    public VaultReadiness(@Reference MasterKeys keys) {
        this.keys = keys;
    }

    @Override
    public String name() {
        return "master-keys";
    }

    @Override
    public Optional<String> missing() {
        try {
            return keys.missing();
        } catch (StoreException e) {
            return Optional.of("the database cannot say which are needed");
        }
    }
}
