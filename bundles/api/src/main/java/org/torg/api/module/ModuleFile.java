package org.torg.api.module;

import java.util.Optional;
import org.torg.api.vendor.VendorId;

/**
 * A file in the tenant's module folder.
 *
 * @param name without a path, such as {@code org.torg.modules.campaign-1.2.0.jar}
 * @param symbolicName of the bundle in it
 * @param version of the bundle in it
 * @param size in bytes
 * @param vendor of which it is the vendor's own bundle; empty for a module that may join any vendor
 */
public record ModuleFile(String name, String symbolicName, String version, long size, Optional<VendorId> vendor) {}
