/** Orders by article number: typed, pasted, from a file, or as in an earlier order. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
@org.jspecify.annotations.NullMarked
package org.torg.api.quickorder;
