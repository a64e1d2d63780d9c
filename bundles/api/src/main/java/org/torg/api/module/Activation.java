package org.torg.api.module;

import java.util.List;

/**
 * What becomes of a vendor's set in one step.
 *
 * @param files names of files in the tenant's module folder, without a path. Each joins the set, or takes the place of the
 *     module with its symbolic name
 * @param remove symbolic names of modules that leave the set
 */
public record Activation(List<String> files, List<String> remove) {

    /** Files and names in one activation, together. */
    public static final int MOST = 20;

    public Activation {
        files = List.copyOf(files);
        remove = List.copyOf(remove);
    }
}
