/** What a vendor's bundle says of itself, and the closed data that its policies yield. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.2.0")
@org.jspecify.annotations.NullMarked
package org.torg.api.vendor;
