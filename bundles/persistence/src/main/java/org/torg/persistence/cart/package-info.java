/** Carts. */
@NullMarked
package org.torg.persistence.cart;

import org.jspecify.annotations.NullMarked;
