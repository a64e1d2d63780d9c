package org.torg.portal.configurator;

import org.torg.api.catalog.Sku;
import org.torg.api.vendor.VendorId;

/**
 * What is configured.
 *
 * @param action where its form is sent
 * @param changes whether it lies in a cart already
 */
record Subject(VendorId vendor, Sku sku, String action, boolean changes) {}
