/** Mails. */
@NullMarked
package org.torg.persistence.notification;

import org.jspecify.annotations.NullMarked;
