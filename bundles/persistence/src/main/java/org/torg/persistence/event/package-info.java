/** Deliveries of events, and the feed. */
@NullMarked
package org.torg.persistence.event;

import org.jspecify.annotations.NullMarked;
