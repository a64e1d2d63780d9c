package org.torg.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.osgi.annotation.versioning.ProviderType;

/** The only source of time. Tests and the demo move it; nothing else asks the system. */
@ProviderType
public interface Clock {

    Instant now();

    /** The business date in a legal entity's zone. */
    default LocalDate today(ZoneId zone) {
        return now().atZone(zone).toLocalDate();
    }
}
