/** The feed of events for other systems. */
@NullMarked
package org.torg.rest.event;

import org.jspecify.annotations.NullMarked;
