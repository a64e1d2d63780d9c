/** Mails to people: what is on its way, what could not be sent, and the port by which they leave. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
@org.jspecify.annotations.NullMarked
package org.torg.api.notification;
