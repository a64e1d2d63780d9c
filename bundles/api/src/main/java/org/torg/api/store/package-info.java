/**
 * What the kernel asks of a database. Only the kernel calls it, and only {@code persistence} implements it. Methods take the
 * transaction in which they work; none checks rights.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("3.3.0")
@org.jspecify.annotations.NullMarked
package org.torg.api.store;
