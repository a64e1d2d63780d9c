/** Module sets: which bundles make up a vendor, how they are swapped while orders come in, and how they fare. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
@org.jspecify.annotations.NullMarked
package org.torg.api.module;
