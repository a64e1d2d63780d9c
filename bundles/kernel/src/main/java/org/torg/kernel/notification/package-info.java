/** Mails to people: queued with the change that causes them, sent afterwards. */
@org.jspecify.annotations.NullMarked
package org.torg.kernel.notification;
