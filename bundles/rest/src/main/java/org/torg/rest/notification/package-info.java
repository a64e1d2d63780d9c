/** Mails as staff see them. */
@NullMarked
package org.torg.rest.notification;

import org.jspecify.annotations.NullMarked;
