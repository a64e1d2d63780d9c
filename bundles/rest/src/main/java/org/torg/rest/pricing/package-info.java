/** Prices without a cart. */
@NullMarked
package org.torg.rest.pricing;

import org.jspecify.annotations.NullMarked;
