/** Carries events to those who must be told, and the feed for other systems. */
@org.jspecify.annotations.NullMarked
package org.torg.kernel.event;
