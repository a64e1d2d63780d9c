/** Buying companies, their people, who asks, and what they may do. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("2.2.0")
@org.jspecify.annotations.NullMarked
package org.torg.api.account;
