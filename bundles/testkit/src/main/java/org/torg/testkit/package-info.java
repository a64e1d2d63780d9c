/**
 * Tests that the author of a vendor or of a module extends: {@link org.torg.testkit.VendorContract},
 * {@link org.torg.testkit.PricingModuleContract}, {@link org.torg.testkit.ShippingModuleContract}. The kernel asks the same
 * before it lets a bundle trade, with fewer cases.
 */
@org.jspecify.annotations.NullMarked
package org.torg.testkit;
