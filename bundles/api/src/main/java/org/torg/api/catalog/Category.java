package org.torg.api.catalog;

import org.torg.api.LocalizedText;
import org.torg.api.vendor.VendorId;

/**
 * A node of a vendor's category tree.
 *
 * @param path codes from the root, such as {@code indoor/downlights}
 * @param name of the last part
 */
public record Category(VendorId vendor, String path, LocalizedText name) {}
