/** Work that is done later, on whichever node claims it. */
@org.jspecify.annotations.NullMarked
package org.torg.kernel.job;
