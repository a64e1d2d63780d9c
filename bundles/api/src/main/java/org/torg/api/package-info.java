/** What every other package speaks with: outcomes, refusals, messages, pages, the clock. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.2.0")
@org.jspecify.annotations.NullMarked
package org.torg.api;
