/** Who did what, when, and for whom. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("2.1.0")
@org.jspecify.annotations.NullMarked
package org.torg.api.audit;
