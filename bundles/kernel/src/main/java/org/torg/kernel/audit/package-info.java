/** Reading what commands have left behind. */
@org.jspecify.annotations.NullMarked
package org.torg.kernel.audit;
