/** A second person approves what one may not order alone. */
@org.jspecify.annotations.NullMarked
package org.torg.kernel.approval;
