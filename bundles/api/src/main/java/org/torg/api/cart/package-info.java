/** What is being bought from one vendor. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("2.1.0")
@org.jspecify.annotations.NullMarked
package org.torg.api.cart;
