/** The one place that asks the system for the time. */
@org.jspecify.annotations.NullMarked
package org.torg.kernel.time;
