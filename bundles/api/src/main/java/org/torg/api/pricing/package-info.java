/** Prices, adjustments and their trace. Money is computed in the kernel's pricing package and nowhere else. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.2.0")
@org.jspecify.annotations.NullMarked
package org.torg.api.pricing;
