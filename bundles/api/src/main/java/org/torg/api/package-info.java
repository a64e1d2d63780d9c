/** Values and contracts: the only bundle that exports packages. */
@NullMarked
@Export
@Version("1.0.0")
package org.torg.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
