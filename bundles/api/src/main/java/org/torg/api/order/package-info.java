/** Placed orders: what they keep, what may be done with them, what has happened to them. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("2.2.0")
@org.jspecify.annotations.NullMarked
package org.torg.api.order;
