/**
 * The pages that a capability, such as booking, contributes to the portal: it says what a page holds, and only the portal renders. A
 * capability ships no HTML, no style and no script.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
@org.jspecify.annotations.NullMarked
package org.torg.api.portal;
