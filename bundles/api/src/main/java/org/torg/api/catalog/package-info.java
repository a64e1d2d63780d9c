/** What is sold: products, variants, categories, stock, and how they are imported. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.4.0")
@org.jspecify.annotations.NullMarked
package org.torg.api.catalog;
