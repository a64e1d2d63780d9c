package org.torg.api.pricing;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.torg.api.vendor.ParameterDefinition;
import org.torg.api.vendor.Texts;

/** What every swappable part says of itself. Each method answers the same for the life of the bundle. */
@ConsumerType
public interface ModulePart {

    ModuleInfo info();

    /**
     * The numbers of this part that staff may edit, beside those of its vendor. Keys are unique within the whole set: begin
     * them with the part's own name.
     */
    default List<ParameterDefinition> parameters() {
        return List.of();
    }

    /**
     * The texts of this part, beside those of its vendor; complete in each language of the vendor that it joins. A part of
     * the vendor's own bundle has none: they are among the vendor's.
     */
    default Texts texts() {
        return Texts.NONE;
    }
}
