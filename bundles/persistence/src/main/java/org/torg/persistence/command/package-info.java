/** Audit entries, events that were stored with them, replies. */
@NullMarked
package org.torg.persistence.command;

import org.jspecify.annotations.NullMarked;
