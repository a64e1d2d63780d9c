package org.torg.api.portal;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The pages of one capability. Its bundle registers one service; while that is away, the portal answers its known paths with a plain
 * sentence. What a page throws is told to nobody but the log, under the capability's name.
 */
@ConsumerType
public interface CapabilityPages {

    /** Who it is, and what it adds to the menus. The same as long as the service is registered. */
    Capability capability();

    /** Its pages. The same as long as the service is registered. */
    List<CapabilityRoute> routes();
}
