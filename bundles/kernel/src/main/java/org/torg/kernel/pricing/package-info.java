/** Prices: the one place where money is computed, explained, signed and divided. */
@org.jspecify.annotations.NullMarked
package org.torg.kernel.pricing;
